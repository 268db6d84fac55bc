// Where several lanes are open there is one field at a time, and a choice of which. So with two scales of the same levels:
// how it is now, then how it should be, on one ladder.
import { say } from './words.js';

const fields = { id: 'lanes', start: 'write-', parts: ['write-', 'kept-', 'list-'] };
const scales = { id: 'scales', start: 'ask-', parts: ['ask-', 'told-'] };
let lane = '';
let scale = '';

export function choose(id = lane) {
  lane = id;
  one(fields, [...document.querySelectorAll('#room-in > .write:not([hidden])')], lane, choose);
  const asks = [...document.querySelectorAll('#room-in > .ask:not([hidden])')];
  const levels = ask => [...ask.querySelectorAll('label bdi')].map(level => level.textContent).join();
  one(scales, asks.every(ask => levels(ask) === levels(asks[0])) ? asks : [], scale, next => { scale = next; choose(); });
}

function one({ id, start, parts }, all, wanted, pick) {
  let choice = document.getElementById(id);
  if (all.length < 2) {
    choice?.remove();
    // Nothing to choose any more: what belongs to the other lanes comes back.
    for (const part of parts) for (const el of document.querySelectorAll(`#room-in > .off[id^=${part}]`)) el.classList.remove('off');
    return;
  }
  const chosen = all.find(f => f.id === wanted) ?? all[0];
  const looks = all.map(f => f.id + f.dataset.lane).join();
  if (choice?.looks !== looks) {
    choice?.remove();
    choice = document.createElement('div');
    Object.assign(choice, { id, className: 'chips', looks });
    choice.setAttribute('role', 'group');
    choice.setAttribute('aria-label', say(`${id}.label`));
    choice.append(...all.map(f => {
      const chip = Object.assign(document.createElement('button'), { className: 'chip', onclick: () => pick(f.id) });
      chip.dataset.for = f.id;
      chip.append(f.querySelector('.sign').cloneNode(), f.dataset.lane);
      return chip;
    }));
    all[0].before(choice);
  }
  for (const chip of choice.children) chip.setAttribute('aria-pressed', chip.dataset.for === chosen.id);
  for (const f of all) for (const part of parts) document.getElementById(f.id.replace(start, part))?.classList.toggle('off', f !== chosen);
}
