// The projector: pieces, clock and counts as they come, the largest text at which everything fits, and an honest word
// when the picture is not live.

const body = document.body;
const html = document.documentElement;
const { token, liveJs, signalrJs } = body.dataset;
const words = JSON.parse(body.dataset.words);
const rules = new Intl.PluralRules(html.lang);
const say = (key, ...values) => (words[key] ?? words[`${key}.${rules.select(values[0])}`] ?? words[`${key}.other`] ?? '').replace(/\{(\d)\}/g, (_, i) => values[i]);
const all = selector => document.querySelectorAll(selector);

html.dataset.live = 'connecting';
const { live, hear, clocks, hour, localTimes } = await import(liveJs);
const { rise } = await import(body.dataset.reactionsJs);

// ---- is it alive -----------------------------------------------------------------------------------------------------

let heard = Number(body.dataset.now);
let lost = 0;

function state(next) {
  if (next === 'connected') { heard = Date.now(); lost = 0; } else lost ||= Date.now();
  html.dataset.live = next;
  drawState();
}

function drawState() {
  // Two seconds without the server are a hiccup; a word about it would only draw eyes.
  const stale = html.dataset.live === 'offline' && Date.now() - lost > 2000;
  html.classList.toggle('is-stale', stale);
  for (const el of all('[data-net]')) el.textContent = say(stale ? 'net.stale' : el.matches('.held') ? 'net.held' : 'net.live');
  for (const el of all('[data-stale]')) el.textContent = stale ? say('screen.stale', hour(lost, true)) : '';
}

// ---- people ------------------------------------------------------------------------------------------------------------

const people = { present: Number(body.dataset.here), joined: Number(body.dataset.in), done: 0 };

function drawPeople() {
  for (const el of all('[data-present]')) el.textContent = people.present;
  for (const el of all('[data-people]')) el.textContent = people.done ? say('spine.done', people.done) : say('spine.here');
}

function pulse(p) {
  hear(p.now);
  heard = Date.now();
  Object.assign(people, { present: p.present ?? people.present, joined: p.joined ?? people.joined, done: p.done ?? 0 });
  drawPeople();
  rise(p.reactions);
}

// ---- what is new, for 20 s ------------------------------------------------------------------------------------------------

const young = new Map(); // id of an element → when it came
function arrived(el) {
  if (!el.matches('.entry, .hold, .row, .act')) return;
  for (const sibling of el.parentElement.children) if (young.delete(sibling.id)) sibling.classList.remove('new');
  young.set(el.id, Date.now());
}

function drawNew() {
  for (const [id, at] of young) {
    const el = document.getElementById(id);
    const now = Date.now() - at < 20000;
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

// ---- density: the largest of three at which everything fits ------------------------------------------------------------------

const settle = 10000; // it changes at most this often, and never back within a step
let density = 1;
let changedAt = 0;
let step = '';
let later = 0;

const where = () => [document.getElementById('masthead')?.textContent, document.querySelector('.steps [aria-current]')?.textContent].join('|');
const overflows = stage => stage.scrollHeight > stage.clientHeight + 1 || [...stage.querySelectorAll('.wall, .rows')].some(w => w.scrollWidth > w.clientWidth + 1);

function fit() {
  clearTimeout(later);
  const stage = document.querySelector('[data-fit]');
  if (where() !== step) { step = where(); density = 1; changedAt = 0; }
  for (const el of all('.unfit')) el.classList.remove('unfit');
  html.dataset.density = density;
  if (!stage) return;
  const may = Date.now() - changedAt >= settle;
  const from = density;
  while (may && density < 3 && overflows(stage)) html.dataset.density = ++density;
  if (density !== from) changedAt = Date.now();
  const hidden = overflows(stage) ? leaveOut(stage) : 0;
  if (hidden && !may && density < 3 && emptied(stage)) { changedAt = 0; return fit(); }
  if (hidden && density < 3) later = setTimeout(fit, settle - (Date.now() - changedAt) + 50);
  for (const el of all('[data-more]')) el.textContent = hidden ? say('screen.more', hidden) : '';
  room.report({ density: `D${density}` });
}

// The oldest go first; rows that are answered go after those that are not, and what the room is at goes last. Every one of
// them is on the phones.
function leaveOut(stage) {
  const rows = [...stage.querySelectorAll('.row')];
  const rank = r => (r.matches('.now') ? 2 : r.querySelector('.cell + .cell .entry') ? 1 : 0);
  const order = [...rows.sort((a, b) => rank(a) - rank(b)).slice(0, -1), ...stage.querySelectorAll('.cell + .cell .entry, .act, .brief > .was')];
  let said = 0;
  const leave = el => {
    said += el.matches('[data-said]') ? 1 : el.querySelectorAll('[data-said]').length || 1;
    el.classList.add('unfit');
  };
  for (const el of order) {
    if (!overflows(stage)) break;
    if (!el.closest('.unfit')) leave(el);
  }
  // Side by side the fullest wall gives way first; themes stand as long as they can, and the last of a ranking goes first.
  const walls = [...stage.querySelectorAll('.wall, .ranks')].map(wall => ({ wall, left: leavable(wall) }));
  while (overflows(stage)) {
    const full = walls.filter(w => w.left.length).sort((a, b) => tall(b.wall) - tall(a.wall))[0];
    if (!full) break;
    leave(full.left.shift());
  }
  return said;
}

// Rather smaller at once than without the pick of the room, or with nothing left of a wall.
const emptied = stage => stage.querySelector('.unfit.is-picked, .unfit .is-picked') || [...stage.querySelectorAll('.wall')].some(w => w.children.length && [...w.children].every(e => e.matches('.unfit')));

const tall = wall => (wall.scrollWidth > wall.clientWidth + 1 ? Infinity : wall.offsetHeight);

function leavable(wall) {
  const all = [...wall.children];
  return wall.matches('.ranks') ? all.slice(1).reverse() : [...all.filter(e => !e.matches('.theme')), ...all.filter(e => e.matches('.theme'))];
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

const room = live({
  root: 'screen',
  view: `/screen/${token}/view`,
  hub: `/hub/room${'preview' in body.dataset ? '?preview=1' : ''}`,
  enter: ['', token],
  signalr: signalrJs,
  keeping: change => { change(); redraw(); },
  arrived,
  state,
  entered() {},
  mine() {},
  pulse,
  gone: () => location.reload(),
});
setInterval(() => { clocks(); drawState(); drawNew(); }, 1000);
addEventListener('resize', fit);
redraw();
document.fonts.ready.then(fit); // sizes are only known with the font
