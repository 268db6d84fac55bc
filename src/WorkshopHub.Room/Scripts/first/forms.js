// The forms: what is typed becomes a draft, what is sent a command in the outbox.
import { say } from './words.js';
import { measure } from './text.js';
import { store } from './store.js';
import { dotsOn, here, hooks, pending } from './state.js';
import { count, draftOf, keepDraft, problem, putBeside } from './drafts.js';
import { enqueue } from './outbox.js';

const formsOwn = ['type', 'commandId', 'return']; // all other fields are the command's

document.addEventListener('submit', e => {
  const form = e.target;
  const type = form.dataset.command;
  if (!type) return;
  e.preventDefault();
  if (e.submitter?.getAttribute('aria-disabled') === 'true') return;
  if (type === 'react') return hooks.react(e.submitter);
  const command = { type };
  for (const [name, value] of new FormData(form)) if (!formsOwn.includes(name)) command[name] = value;
  const more = { draft: form.dataset.draft, again: draftOf(form.dataset.draft)?.again, ...details[type]?.(command, form, e.submitter) };
  if ('quotation' in command) command.quotation = true;
  if (!command.spokenFor) delete command.spokenFor;
  if (e.submitter?.dataset.act === 'late') command.late = true;
  if ('on' in command) command.on = form.querySelector('[aria-pressed]').getAttribute('aria-pressed') !== 'true';
  if ('text' in command && !taken(form, command)) return;
  enqueue(command, more);
});

// What a choice is called, in case that it waits and is not taken then; a dot also remembers its vote.
const details = {
  answer(command, form, button) {
    command.value = button?.name ? null : Number(command.value) || null;
    return { label: [...form.querySelectorAll('legend bdi, label:has(:checked) bdi')].map(x => x.textContent).join(': ') };
  },
  placeDots(command, form, button) {
    command.dots = Math.max(0, dotsOn(pending(), command.targetId) + Number(button.dataset.by));
    return { step: here(), label: document.getElementById(button.parentElement.getAttribute('aria-labelledby'))?.textContent.trim() };
  },
  takeTeam: (command, form) => ({ label: form.querySelector('button').textContent.trim() }),
};

/** Takes the text out of its field, where it can be sent. */
function taken(form, { type, text }) {
  const { length, empty } = measure(text);
  const { max, draft } = form.dataset;
  problem(form, empty ? say('composer.empty') : length > max ? say('composer.long', length - max) : '');
  if (empty || length > max) return false;
  store.remove(`d:${draft}`);
  if (type === 'contribute') {
    form.elements.text.value = form.elements.text.defaultValue = '';
    putBeside(form);
    form.querySelector('details')?.removeAttribute('open');
  } else {
    form.closest('details')?.removeAttribute('open');
  }
  count(form);
  hooks.rested();
  return true;
}

document.addEventListener('input', e => {
  const form = e.target.form;
  if (!form?.dataset.draft) return;
  keepDraft(form, form.dataset.command === 'contribute' ? '' : form.elements.text.defaultValue);
  if (count(form) >= 0) problem(form, '');
  hooks.typed();
});

// Choosing is answering.
document.addEventListener('change', e => {
  if (e.target.closest('[data-answer]')) e.target.form.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
});
