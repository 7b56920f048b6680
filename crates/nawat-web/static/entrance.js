// The entrance's screen: another day has another code, and with it another page.
const first = document.querySelector("[data-day]")?.dataset.day;

document.addEventListener("nawat:page", () => {
  if (document.querySelector("[data-day]")?.dataset.day !== first) location.reload();
});
