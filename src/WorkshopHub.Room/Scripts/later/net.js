// The connection in words: in the top line, and in one bar where it matters.
import { html, page } from './page.js';

const blink = 1500; // a blink of the wifi is not worth a bar
let began = Date.now(); // for eyes
let since = performance.now(); // for counting: a phone's clock is set at any moment
let owed = 0; // how many waited while we were away
let saved = 0; // how many of these are in
let quiet = 0;
let reason = '';
let barred = ''; // why the server does not let this page in
let hour = String;
export const tellHours = with_ => { hour = with_; };

/** How long this phone has been away, in milliseconds. */
export const awayFor = () => performance.now() - since;

/** The server says why it keeps this page out; the words stand until it lets it in. */
export const bar = words => { barred = words; };

/** @param why restart or foreign, where it is known */
export function stands(next, why = '') {
  if (next === 'connected') barred = '';
  if (next === 'offline' && html.dataset.live !== 'offline') { [began, since, saved] = [Date.now(), performance.now(), 0]; }
  html.dataset.live = next;
  reason = why;
  drawNet();
  page.refresh();
}

export function drawNet() {
  const { live } = html.dataset;
  // Until it is known, the mark says enough; the words come if it takes long.
  const restart = reason === 'restart' && awayFor() < 60000;
  const word = live === 'connected' ? page.say('net.live') : live === 'offline' ? page.say(restart ? 'net.restart' : 'net.offline') : '';
  for (const el of document.querySelectorAll('[data-net]')) page.write(el, word);
  const n = page.waiting();
  if (live === 'connected') {
    if (owed && !n) {
      tell(saved ? page.say('net.back', saved) : '', true);
      owed = 0;
    } else if (!quiet) {
      tell('');
    }
    return;
  }
  if (live === 'offline') owed = Math.max(owed, n);
  if (barred && reason !== 'foreign') tell(barred);
  else if (awayFor() <= blink && !restart) setTimeout(drawNet, blink + 100);
  else if (live === 'offline') tell([restart ? page.say('net.restarting') : reason === 'foreign' ? page.say('net.foreign', location.origin) : page.say('net.since', hour(began)), n ? page.say('net.waiting', n) : '', restart ? '' : page.say('net.trying')].filter(Boolean).join(' '));
  else tell(page.say('net.connecting'));
}

export function tell(text, passing) {
  clearTimeout(quiet);
  quiet = 0;
  const bar = document.getElementById('net');
  if (bar.textContent !== text) {
    bar.textContent = text;
    page.announce(text);
  }
  if (passing) quiet = setTimeout(() => { quiet = 0; tell(''); drawNet(); }, 5000);
}

/** Something of ours was taken. */
export function taken(command) {
  if (owed) saved++;
  else if (command.type === 'changeProfile') tell(page.say('own.saved'), true);
  else if (command.text !== undefined || command.type === 'answer') page.announce(page.say('own.saved')); // the others see it in its place
}
