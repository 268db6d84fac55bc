// How much fits: the largest text at which everything does, then themes folded into rows, then pages. What cannot be paged
// is counted in words. Nothing scrolls and nothing is cut: every contribution is on the phones.
//
// It knows no layout, only what a layout's markup says:
//   data-pages            on the stage: its lists may go on in pages
//   data-flow             a list that may go on in pages, or leaves out its oldest; "ranked": its last
//   data-rows             a table: its rows leave as a whole, those with something in data-answers after the others
//   data-now              the row that the room is at: it leaves last
//   data-leave            may leave before anything else does
//   data-said             a contribution, a theme or an action; "gone": withdrawn, and stands for what answers it
//   data-folds            a theme: it becomes a row before there are pages; data-loose: says what is in none
//   data-enlarge          stands alone, as large as it goes
//   data-picture          how many there are is another picture: sizes start anew
// Whatever a layout forgets of these: what stands nowhere in the end is paged or, last, counted in words.

const settle = 10000; // a page stands at least so long
const stay = 20000; // how long a page stands; all screens turn at the same moment of the server's clock
const folded = 4; // the density at which themes are rows
const sizes = [9, 7.5, 6.25, 5.2, 4.25, 3.4, 2.75, 2.25, 1.75]; // of one contribution alone, in rem

/**
 * @param o.say        words by key
 * @param o.serverNow  the server's clock
 * @param o.report     is told density, page and pages
 */
export function fitting(o) {
  let density = 1;
  let step = null;
  let page = 1;
  let pages = 1;
  let slot = 0;
  let turnedAt = -settle;
  let told = '';

  /** At each change, at each size and with each font that comes. */
  function fit() {
    return atRest(measure);
  }

  function measure() {
    const here = where();
    if (here !== null && here !== step) { [step, density, page, pages] = [here, 1, 1, 1]; }
    clear();
    show();
    const stage = theStage();
    if (!stage) return tell();
    if (stage.querySelector('[data-enlarge]')) { enlarge(stage); spare(); return tell(); }
    const most = stage.querySelector('[data-folds]') ? folded : folded - 1;
    // At once, and never back within a step: what waited for a quieter moment would be left out until then.
    while (density < most && overflows(stage)) { density++; show(); }
    const over = overflows(stage);
    const paged = over && density >= most && stage.matches('[data-pages]') && paginate(stage);
    count(paged || 1);
    const left = (over && !paged ? leaveOut(stage) : 0) + leaveLost(stage);
    for (const el of document.querySelectorAll('[data-more]')) el.textContent = left ? o.say('screen.more', left) : isFolded() ? o.say('screen.folded') : '';
    stand(stage);
    spare();
    tell();
  }

  function show() {
    document.documentElement.dataset.density = Math.min(density, folded - 1);
    document.documentElement.classList.toggle('folded', density >= folded);
    for (const el of document.querySelectorAll('[data-loose]')) loose(el, density >= folded ? o.say : null);
  }

  // ---- pages ---------------------------------------------------------------------------------------------------------------

  function count(now) {
    if (pages === 1 && now > 1) { page = 1; turnedAt = performance.now(); }
    pages = now;
    page = Math.min(page, pages);
  }

  function stand(stage) {
    const fixed = Number(theKey()?.dataset.turn);
    if (fixed) page = Math.min(fixed, pages);
    for (const wall of turning(stage)) {
      const last = Math.min(page, pagesOf(wall)) - 1;
      wall.scrollLeft = (document.dir === 'rtl' ? -1 : 1) * last * (wall.clientWidth + gap(wall));
    }
    for (const el of document.querySelectorAll('[data-page]')) {
      const marks = Array.from({ length: pages > 1 && pages <= 12 ? pages : 0 }, (_, i) => Object.assign(document.createElement('i'), { className: i + 1 === page ? 'on' : '' }));
      el.replaceChildren(...marks, pages > 1 ? o.say('screen.page', page, pages) : '');
    }
  }

  /** Once a second. A held screen stands still, and so does one whose page the facilitator has set. */
  function turn() {
    const now = Math.floor(o.serverNow() / stay);
    if (now === slot) return;
    slot = now;
    const stage = theStage();
    if (pages < 2 || !stage || performance.now() - turnedAt < settle || document.querySelector('#key[data-turn], [data-held]')) return;
    page = (page % pages) + 1;
    turnedAt = performance.now();
    stand(stage);
    tell();
  }

  function tell(again = true) {
    const state = { density: `D${density}`, pages, page };
    const text = JSON.stringify(state);
    if (again || text !== told) o.report(state);
    told = text;
  }

  slot = Math.floor(o.serverNow() / stay);
  return { fit, turn, tell };
}

// Whatever moves is measured where it comes to rest, and goes on from where it was: what an animation shifts or enlarges would
// count as taking more room than there is. Asked for each time, because what is shown again begins to move again.
function atRest(measure) {
  const moving = document.getAnimations().map(a => [a, a.currentTime, a.effect?.getComputedTiming().endTime]).filter(([, at, end]) => at !== null && Number.isFinite(end) && at < end);
  for (const [a, , end] of moving) a.currentTime = end;
  try { return measure(); } finally { for (const [a, at] of moving) a.currentTime = at; }
}

// What the room has picked takes the stage of a shift: that is another picture, as another step is.
const where = () => {
  const spine = document.getElementById('spine');
  return spine ? [document.getElementById('masthead')?.textContent, spine.dataset.step, document.querySelectorAll('[data-picture]').length].join('|') : null;
};
// Whatever the server puts between the masthead and the key.
const theStage = () => document.querySelector('#masthead ~ :not(#key, #spine)');
const theKey = () => document.getElementById('key');
const isFolded = () => document.querySelector('.folded [data-folds]');
const overflows = stage => atRest(() => stage.scrollHeight > stage.clientHeight + 1
  || [...stage.querySelectorAll('[data-flow], [data-rows]')].some(w => w.scrollWidth > w.clientWidth + 1));
const gap = wall => parseFloat(getComputedStyle(wall).columnGap) || 0;
const turning = stage => (stage.matches('.paged') ? [...stage.querySelectorAll('[data-flow]')] : []);
const pagesOf = wall => Math.max(1, Math.ceil((wall.scrollWidth + gap(wall)) / (wall.clientWidth + gap(wall)) - 0.02));

function clear() {
  for (const el of document.querySelectorAll('.unfit')) el.classList.remove('unfit');
  for (const el of document.querySelectorAll('.paged')) el.classList.remove('paged');
  for (const el of document.querySelectorAll('.filler')) el.remove();
  for (const el of document.querySelectorAll('[data-flow]')) el.style.removeProperty('block-size');
  for (const el of document.querySelectorAll('[data-page], [data-more]')) el.replaceChildren();
}

// The last line is one line: what explains a sign gives way to figures where both do not fit.
function spare() {
  const key = theKey();
  if (!key) return;
  for (const el of [...key.querySelectorAll('[data-spare]')].sort((a, b) => a.dataset.spare - b.dataset.spare)) {
    if (key.scrollWidth <= key.clientWidth + 1) return;
    el.classList.add('unfit');
  }
}

// Each wall becomes columns that go on to the side, of which it shows one page. The last page is filled up with empty
// columns: it would show a part of the one before otherwise.
/** @returns how many pages; 0: the layout has none, whatever it says */
function paginate(stage) {
  stage.classList.add('paged');
  const walls = turning(stage);
  if (lost(stage).length) bound(walls, stage);
  if (lost(stage).length) {
    stage.classList.remove('paged');
    for (const wall of walls) wall.style.removeProperty('block-size');
    return 0;
  }
  for (const wall of walls) {
    const width = wall.clientWidth + gap(wall);
    const column = Math.round(width / Math.max(1, Math.round(width / columnOf(wall))));
    for (let lacking = Math.round((pagesOf(wall) * width - (wall.scrollWidth + gap(wall))) / column); lacking > 0; lacking--) {
      wall.append(Object.assign(document.createElement('li'), { className: 'filler', ariaHidden: 'true' }));
    }
  }
  return Math.max(1, ...walls.map(pagesOf));
}

// The width of a column with its gap; the first child stands in one.
const columnOf = wall => (wall.firstElementChild?.getClientRects()[0]?.width ?? wall.clientWidth) + gap(wall);

// What stands in no theme, where the others are folded: how many, and the newest in full.
function loose(el, say) {
  const folds = say && el.parentElement.querySelector('[data-folds]');
  const beside = folds ? [...el.parentElement.querySelectorAll(':scope > [data-flow] > :not([data-folds])')] : [];
  const entries = beside.map(ownWords).filter(words => words);
  if (!entries.length) return el.replaceChildren();
  const newest = document.createElement('span');
  newest.className = 'newest';
  newest.append(entries.at(-1).cloneNode(true));
  el.replaceChildren(say('screen.loose', entries.length), newest);
}

// What was said comes first in an entry, and the entry first in what holds its answers, too.
function ownWords(el) {
  const said = el.matches('[data-said]') ? el : el.querySelector('[data-said]');
  return said?.dataset.said === 'gone' ? null : said?.querySelector('bdi');
}

// ---- one contribution alone: as large as it goes ---------------------------------------------------------------------------

function enlarge(stage) {
  const what = stage.querySelector('[data-enlarge]');
  for (const size of sizes) {
    stage.style.setProperty('--alone', `${size}rem`);
    if (what.scrollHeight <= what.clientHeight + 1 && what.scrollWidth <= what.clientWidth + 1) return;
  }
}

// ---- what cannot be paged ----------------------------------------------------------------------------------------------------

// The oldest go first; rows that are answered go after those that are not, and what the room is at goes last. Every one of
// them is on the phones.
function leaveOut(stage) {
  const rows = [...stage.querySelectorAll('[data-rows] > *')];
  const rank = r => (r.matches('[data-now]') ? 2 : r.querySelector('[data-answers] [data-said]') ? 1 : 0);
  const order = [
    ...rows.sort((a, b) => rank(a) - rank(b)).slice(0, -1),
    ...stage.querySelectorAll('[data-answers] [data-said], [data-leave]'),
  ];
  let said = 0;
  for (const el of order) {
    if (!overflows(stage)) break;
    if (!el.closest('.unfit')) said += leave(el);
  }
  // Side by side the fullest wall gives way first; themes stand as long as they can, and the last of a ranking goes first.
  const walls = [...stage.querySelectorAll('[data-flow]')].map(wall => ({ wall, left: leavable(wall) }));
  while (overflows(stage)) {
    const full = walls.filter(w => w.left.length).sort((a, b) => tall(b.wall) - tall(a.wall))[0];
    if (!full) break;
    said += leave(full.left.shift());
  }
  return said;
}

/** @returns how many contributions went with it */
function leave(el) {
  el.classList.add('unfit');
  return el.matches('[data-said]') ? 1 : el.querySelectorAll('[data-said]').length || 1;
}

const tall = wall => (wall.scrollWidth > wall.clientWidth + 1 ? Infinity : wall.offsetHeight);

function leavable(wall) {
  const all = [...wall.children];
  if (wall.dataset.flow === 'ranked') return all.slice(1).reverse();
  return [...all.filter(e => !e.matches('[data-folds]')), ...all.filter(e => e.matches('[data-folds]'))];
}

// ---- what a layout has forgotten ---------------------------------------------------------------------------------------------

// What should stand on the stage: what says so, and every item of a list that is a piece of the view and has none in it.
const standing = stage => [...stage.querySelectorAll('[data-said], li[id]:not(:has([id]))')].filter(el => !el.closest('.unfit'));

// What stands on no page of it, whole, and is not told as loose either.
function lost(stage) {
  const turned = new Set(turning(stage));
  const clips = new Map();
  return atRest(() => standing(stage).filter(el => !isLoose(el) && !isWithin(el)));

  function clipOf(el) {
    if (!clips.has(el)) clips.set(el, el === stage || getComputedStyle(el).overflow !== 'visible' ? el.getBoundingClientRect() : null);
    return clips.get(el);
  }

  function isWithin(el) {
    let parts = [...el.getClientRects()];
    for (let at = el.parentElement; parts.length; at = at.parentElement) {
      const clip = clipOf(at);
      const isDown = r => r.top >= clip.top - 2 && r.bottom <= clip.bottom + 2;
      const isAcross = r => r.left >= clip.left - 2 && r.right <= clip.right + 2;
      // The pages of a list stand beside each other: across it, everything comes by.
      if (clip && !parts.every(r => isDown(r) && (turned.has(at) || isAcross(r)))) return false;
      if (at === stage) return true;
      if (turned.has(at)) parts = [clip || at.getBoundingClientRect()];
    }
    return false;
  }
}

const isLoose = el => !el.closest('[data-folds]') && !!el.closest('[data-flow]')?.parentElement.querySelector(':scope > [data-loose]')?.textContent;

// Pages without a rule of their own: lists above each other share what is left of the stage.
function bound(walls, stage) {
  const end = stage.getBoundingClientRect().bottom;
  const boxes = walls.map(wall => ({ wall, box: wall.getBoundingClientRect() }));
  for (const column of Map.groupBy(boxes, b => Math.round(b.box.left)).values()) {
    const high = column.reduce((sum, b) => sum + b.box.height, 0);
    const between = column.at(-1).box.bottom - column[0].box.top - high;
    const room = end - column[0].box.top - between;
    for (const { wall, box } of column) if (high > room) wall.style.blockSize = `${Math.max(0, Math.floor((room * box.height) / high))}px`;
  }
}

// Last of all, in words: of the list in which something is lost the oldest go, until nothing is; what has no place at all goes
// itself.
function leaveLost(stage) {
  let said = 0;
  for (let rest = lost(stage); rest.length; rest = lost(stage)) {
    const [first] = rest;
    const beside = first.getClientRects().length ? besides(first, stage) : [];
    // Half of what is lost there at once, and then the half of that: a look at everything takes its time.
    const lostThere = rest.filter(el => beside.some(b => b.contains(el))).length;
    const leaving = beside.length ? beside.slice(0, Math.max(1, Math.min(lostThere >> 1, beside.length - 1))) : [first];
    for (const el of leaving) said += leave(el);
  }
  return said;
}

// The outermost list that it stands in and is not alone in.
function besides(el, stage) {
  let list = [];
  for (let at = el; at !== stage; at = at.parentElement) {
    const all = [...at.parentElement.children].filter(e => e.matches('li[id]:not(.unfit)') && e.getClientRects().length);
    if (all.length > 1 && all.includes(at)) list = all;
  }
  return list;
}
