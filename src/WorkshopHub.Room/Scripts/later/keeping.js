// Changes of the page around what somebody is doing: drafts, what was unfolded, the focus and the selection stay.
import { page } from './page.js';

// A whole page has hidden fields that a pushed piece has not.
const inside = 'a,button,textarea,input:not([type=hidden]),summary';

export function keeping(change) {
  const focused = document.activeElement;
  const home = focused?.closest('[id]');
  const at = home && home !== focused ? [...home.querySelectorAll(inside)].indexOf(focused) : -1;
  const draft = focused?.form?.dataset.draft;
  const range = focused?.selectionStart === undefined ? null : [focused.selectionStart, focused.selectionEnd];
  const unfolded = [...document.querySelectorAll('details[id][open]')].map(d => d.id);
  change();
  for (const id of unfolded) document.getElementById(id)?.setAttribute('open', '');
  page.refresh();
  if (!home || focused.isConnected) return;
  const again = document.getElementById(home.id);
  const there = at < 0 ? again : again?.querySelectorAll(inside)[at];
  // A field that is gone goes on where its text is now; anything else at the head of what came instead.
  const target = there ?? document.querySelector(draft ? `#moved [data-draft="${CSS.escape(draft)}"] textarea` : 'h1') ?? document.querySelector('h1');
  if (!target) return;
  if (target.matches('h1')) target.tabIndex = -1;
  target.focus({ preventScroll: true });
  if (range && target.setSelectionRange) target.setSelectionRange(...range);
}
