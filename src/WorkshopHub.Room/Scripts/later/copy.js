// Takes a copy of one's words. The clipboard of today exists on https only.
import { page } from './page.js';

document.addEventListener('click', async e => {
  const button = e.target.closest('[data-act=copy], [data-copy]');
  if (!button) return;
  const texts = button.dataset.copy
    ? [...document.querySelectorAll('#mine [data-own]')].map(x => x.textContent)
    : [button.closest('section, li').querySelector('textarea')?.value ?? button.closest('li').querySelector('[data-text]').textContent];
  const text = texts.map(t => t.trim()).join('\n\n');
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const field = Object.assign(document.createElement('textarea'), { value: text, className: 'vh' });
    button.after(field);
    field.select();
    document.execCommand('copy');
    field.remove();
    button.focus();
  }
  button.textContent = page.say('copy.done');
  page.announce(page.say('copy.done'));
});
