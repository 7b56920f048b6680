// The hall's time in this browser: what the server said last, going on at the hall's own speed.
let anchor = { hall: 0, here: 0, speed: 1, offset: 0 };

export function setClock(now, speed = anchor.speed, offset = anchor.offset) {
  if (!Number.isFinite(now)) return;
  anchor = { hall: now, here: performance.now(), speed: speed > 0 ? speed : 1, offset };
}

/** Milliseconds since 1970 by the hall clock. */
export function hallNow() {
  return anchor.hall + (performance.now() - anchor.here) * anchor.speed;
}

/** Milliseconds on a real clock since a moment on the hall's: a demonstration's hour may be a minute. */
export function realSince(moment) {
  return (hallNow() - moment) / anchor.speed;
}

/** Local time of day in the centre, as 10:41. */
export function hallTimeOfDay(moment = hallNow()) {
  const minutes = Math.floor(moment / 60000) + anchor.offset;
  const ofDay = ((minutes % 1440) + 1440) % 1440;
  return `${String(Math.floor(ofDay / 60)).padStart(2, "0")}:${String(ofDay % 60).padStart(2, "0")}`;
}

export function minutesSeconds(seconds) {
  const whole = Math.max(0, Math.floor(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

const { now, speed, offset } = document.body.dataset;
setClock(Number(now), Number(speed), Number(offset));
