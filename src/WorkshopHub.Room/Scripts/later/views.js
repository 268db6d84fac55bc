// Views: one at a time, by the address, so that Back works; and a line that leads back when the room has moved on meanwhile.
import { html, page } from './page.js';

const roots = '.all > ul > .item[data-answerable]';
let open = null;
let shown = null;

export function route(moved) {
  const tabs = document.querySelector('.bottom');
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const item = target?.closest(roots);
  const view = !tabs ? null : target?.id === 'mine' ? 'mine' : item ? 'one' : target?.matches('.list.all') ? 'all' : 'write';
  if (view) html.dataset.view = view; else delete html.dataset.view;
  for (const el of document.querySelectorAll('.place')) if (view !== 'one' || el.parentElement !== item) el.remove();
  for (const el of document.querySelectorAll('.open')) el.classList.remove('open');
  if (view === 'one') { open = item.id; item.classList.add('open'); place(item); }
  for (const a of tabs?.children ?? []) {
    const here = a.dataset.tab === (view === 'one' ? 'write' : view);
    if (here) a.setAttribute('aria-current', 'page'); else a.removeAttribute('aria-current');
    // "Write" leads back to where one was writing.
    if (a.dataset.tab === 'write') a.hash = view !== 'one' && document.getElementById(open)?.querySelector('.composer') ? open : 'head';
  }
  news(view);
  if (moved && view !== shown) {
    const back = shown === 'one' && view !== 'mine' && document.getElementById(open);
    if (back) back.scrollIntoView({ block: 'center' }); else scrollTo(0, 0);
  }
  if (moved && view === 'one') { scrollTo(0, 0); item.querySelector('.place').focus({ preventScroll: true }); }
  shown = view;
}

// "Challenge 3 of 5 · choose another"
function place(item) {
  const list = item.parentElement;
  const section = list.parentElement;
  const lane = document.getElementById(section.id.replace('list-', 'write-'))?.dataset.lane ?? '';
  let line = item.querySelector(':scope > .place');
  if (!line) {
    line = document.createElement('p');
    line.className = 'sm place';
    line.tabIndex = -1;
    const where = document.createElement('b');
    const other = document.createElement('a');
    other.href = `#${section.id}`;
    other.textContent = page.say('chain.another');
    line.append(`${lane} `, where, ' · ', other);
    item.prepend(line);
  }
  line.querySelector('b').textContent = page.say('chain.place', [...list.children].indexOf(item) + 1, list.children.length);
}

// "The room votes now." Whoever reads or looks at their own is told, and led back; everybody hears it.
let step = null;
let away = false;
function news(view) {
  const line = document.getElementById('news');
  const foot = document.getElementById('foot');
  const now = page.here() ?? '';
  if (step !== null && now !== step) {
    away = !!now && view !== 'write';
    if (now) page.announce(foot.dataset.says);
    if (away) page.write(line.firstElementChild, foot.dataset.says);
  }
  step = now;
  away &&= !!view && view !== 'write';
  line.hidden = !away;
}

// How many came, for those who listen: a number, at most every ten seconds, and not while they write.
let came = 0;
let counting = 0;
export function arrived(el) {
  el.classList.add('fresh');
  if (!el.matches('.item')) return;
  came++;
  counting ||= setTimeout(() => {
    counting = 0;
    if (came > 0 && !document.activeElement?.matches('textarea')) page.announce(page.say('list.came', came));
    came = 0;
  }, 10000);
}
/** One's own is no news. */
export const mineCame = () => { came--; };
