// Puts new content into a region without rebuilding it: what is the same stays the same element, so that
// focus, an opened panel and whatever somebody is typing are kept.

export function morph(region, html) {
  const fresh = document.createElement("template");
  fresh.innerHTML = html;
  morphChildren(region, fresh.content);
}

function morphChildren(old, fresh) {
  const known = new Map();
  for (const child of old.children) if (child.id) known.set(child.id, child);
  let at = old.firstChild;
  for (const wanted of [...fresh.childNodes]) {
    let match = null;
    if (wanted.nodeType === Node.ELEMENT_NODE && wanted.id && known.has(wanted.id)) {
      match = known.get(wanted.id);
      if (match !== at) old.insertBefore(match, at);
    } else if (at && alike(at, wanted)) {
      match = at;
    }
    if (match && alike(match, wanted)) {
      morphNode(match, wanted);
      at = match.nextSibling;
    } else {
      old.insertBefore(wanted, at);
    }
  }
  while (at) {
    const next = at.nextSibling;
    at.remove();
    at = next;
  }
}

function alike(a, b) {
  return a.nodeType === b.nodeType && a.nodeName === b.nodeName && (a.id || "") === (b.id || "");
}

function morphNode(old, fresh) {
  if (old.nodeType !== Node.ELEMENT_NODE) {
    if (old.nodeValue !== fresh.nodeValue) old.nodeValue = fresh.nodeValue;
    return;
  }
  const typed = isTyped(old);
  for (const { name, value } of [...fresh.attributes]) {
    if (keeps(old, name) || (typed && name === "value")) continue;
    if (old.getAttribute(name) !== value) old.setAttribute(name, value);
  }
  for (const { name } of [...old.attributes]) {
    if (!fresh.hasAttribute(name) && !keeps(old, name)) old.removeAttribute(name);
  }
  if (typed && old.nodeName !== "FORM") return;
  morphChildren(old, fresh);
}

/** Attributes that belong to the person at the page: an opened panel, a ticked box. */
function keeps(element, name) {
  return (name === "open" && element.nodeName === "DETAILS") || name === "checked";
}

/** A field that somebody has changed, or stands in. */
function isTyped(element) {
  if (element.nodeName === "SELECT") {
    return element === document.activeElement || [...element.options].some((o) => o.selected !== o.defaultSelected && o.index > 0);
  }
  if (element.nodeName === "TEXTAREA" || (element.nodeName === "INPUT" && element.type !== "hidden")) {
    return element === document.activeElement || element.value !== element.defaultValue;
  }
  return false;
}
