// The projector: pieces, clock and counts as they come, and an honest word when the picture is not live.

const body = document.body;
const html = document.documentElement;
const { site, token, liveJs, fitJs, signalrJs } = body.dataset;
const words = JSON.parse(body.dataset.words);
const rules = new Intl.PluralRules(html.lang);
const say = (key, ...values) => (words[key] ?? words[`${key}.${rules.select(values[0])}`] ?? words[`${key}.other`] ?? '').replace(/\{(\d)\}/g, (_, i) => values[i]);
const all = selector => document.querySelectorAll(selector);

html.dataset.live = 'connecting';
const [{ live, hear, clocks, hour, localTimes, now }, { fitting }, { rise }] = await Promise.all([import(liveJs), import(fitJs), import(body.dataset.reactionsJs)]);

// ---- is it alive -----------------------------------------------------------------------------------------------------

let lost = 0; // when the server was lost, for eyes
let since = 0; // and for counting
let reason = '';

function state(next, why = '') {
  reason = why;
  if (next === 'connected') lost = 0;
  else if (!lost) [lost, since] = [Date.now(), performance.now()];
  html.dataset.live = next;
  drawState();
}

function drawState() {
  // Two seconds without the server are a hiccup; a word about it would only draw eyes.
  const stale = html.dataset.live === 'offline' && performance.now() - since > 2000;
  const restart = reason === 'restart' && performance.now() - since < 60000;
  html.classList.toggle('is-stale', stale);
  for (const el of all('[data-net]')) el.textContent = say(stale ? (restart ? 'net.restart' : 'net.stale') : el.matches('[data-held]') ? 'net.held' : 'net.live');
  for (const el of all('[data-stale]')) el.textContent = stale ? say(restart ? 'screen.restart' : reason === 'foreign' ? 'screen.foreign' : 'screen.stale', hour(lost, true), location.origin) : '';
}

// ---- people ------------------------------------------------------------------------------------------------------------

const people = { present: Number(body.dataset.here), joined: Number(body.dataset.in), done: 0 };

function drawPeople() {
  for (const el of all('[data-present]')) el.textContent = people.present;
  // Joined and connected are two numbers: both are said where they differ.
  const words = people.joined > people.present ? (people.done ? say('spine.of.done', people.joined, people.done) : say('spine.of', people.joined)) : people.done ? say('spine.done', people.done) : say('spine.here');
  for (const el of all('[data-people]')) el.textContent = words;
}

function pulse(p) {
  hear(p.now);
  Object.assign(people, { present: p.present ?? people.present, joined: p.joined ?? people.joined, done: p.done ?? 0 });
  drawPeople();
  rise(p.reactions);
}

// ---- what is new, for 20 s ------------------------------------------------------------------------------------------------

const young = new Map(); // id of an element → when it came
function arrived(el) {
  if (!el.matches('[data-arrives]')) return;
  for (const sibling of el.parentElement.children) if (young.delete(sibling.id)) sibling.classList.remove('new');
  young.set(el.id, performance.now());
}

function drawNew() {
  for (const [id, at] of young) {
    const el = document.getElementById(id);
    const now = performance.now() - at < 20000;
    if (!now || !el) young.delete(id);
    el?.classList.toggle('new', now);
  }
}

// In the lobby a newcomer is one more seat.
let seats = new Map();
function countSeats() {
  const before = seats;
  seats = new Map([...all('[data-seats]')].map(el => [el.dataset.seats, el.children.length]));
  for (const el of all('[data-seats]')) {
    const more = before.size ? el.children.length - (before.get(el.dataset.seats) ?? 0) : 0;
    for (const seat of [...el.children].slice(el.children.length - more, el.children.length)) {
      seat.classList.add('just');
      setTimeout(() => seat.classList.remove('just'), 20000);
    }
  }
}

// ---- start -------------------------------------------------------------------------------------------------------------------

function redraw() {
  drawState();
  drawPeople();
  drawNew();
  countSeats();
  clocks();
  localTimes();
  fit();
}

const { fit, turn, tell } = fitting({ say, serverNow: now, report: state => room.report(state) });

const room = live({
  root: 'screen',
  view: `${site}/screen/${token}/view`,
  hub: `${site}/hub/room${'preview' in body.dataset ? '?preview=1' : ''}`,
  enter: ['', token],
  signalr: signalrJs,
  keeping: change => { change(); redraw(); },
  arrived,
  state,
  entered: tell,
  mine() {},
  pulse,
  gone: () => location.reload(),
});
setInterval(() => { clocks(); drawState(); drawNew(); turn(); }, 1000);
addEventListener('resize', fit);
redraw();
document.fonts.ready.then(fit); // sizes are only known with the font
document.fonts.addEventListener('loadingdone', fit); // another script's comes when its first letter does
