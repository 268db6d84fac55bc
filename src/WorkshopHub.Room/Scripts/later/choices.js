// Nods, answers, dots and sides: what the server has, and over it what waits on this phone.
import { page } from './page.js';

export function drawChoices() {
  const { own, say, write } = page;
  const waits = page.pending();
  for (const button of document.querySelectorAll('[data-nod]')) {
    button.setAttribute('aria-pressed', waits.get(`nod ${button.dataset.nod}`)?.command.on ?? own.nodded.has(button.dataset.nod));
  }
  const done = document.querySelector('[data-done]');
  done?.setAttribute('aria-pressed', waits.get(`setDone ${done.form.elements.step.value}`)?.command.on ?? own.done);
  drawAnswers(waits);
  drawDots(waits);
  for (const line of document.querySelectorAll('[data-sent]')) {
    const form = line.closest('form');
    const e = waits.get(page.about({ type: form.dataset.command, ...Object.fromEntries(new FormData(form)) }));
    const here = e && !(form.dataset.command === 'takeTeam' && e.command.team !== form.elements.team.value);
    write(line, here ? say(e.key === page.sending() ? 'own.sending' : 'own.waiting') : form.querySelector('[data-answer] :checked') ? say('own.saved') : '');
  }
}

function drawAnswers(waits) {
  const { answers } = page.own;
  for (const field of document.querySelectorAll('[data-answer]')) {
    const waiting = waits.get(`answer ${field.dataset.answer}`);
    const value = waiting ? waiting.command.value : answers[field.dataset.answer];
    for (const radio of field.querySelectorAll('input')) radio.checked = Number(radio.value) === value;
    field.form.querySelector('[data-back]').hidden = !value;
    document.querySelector(`#scales [data-for="${field.closest('.ask').id}"]`)?.classList.toggle('did', !!value);
  }
  markOthers();
  for (const told of document.querySelectorAll('[data-told]')) {
    for (const mark of told.querySelectorAll('[data-yours]')) mark.hidden = Number(mark.dataset.yours) + 1 !== answers[told.dataset.told];
  }
}

// Of two scales on one ladder, where the other one stands is marked, too.
function markOthers() {
  for (const mark of document.querySelectorAll('.row .other')) mark.remove();
  const asks = document.getElementById('scales') ? [...document.querySelectorAll('#room-in > .ask')] : [];
  for (const ask of asks) {
    const level = ask.querySelector(':checked')?.value;
    for (const other of asks) {
      const row = other !== ask && level && other.querySelector(`[value="${level}"]`)?.closest('.row');
      if (row) row.append(Object.assign(document.createElement('em'), { className: 'other', textContent: ask.dataset.lane }));
    }
  }
}

let budgetOf = '';
function drawDots(waits) {
  const budget = document.querySelector('[data-budget]');
  if (!budget) { budgetOf = ''; return; }
  const { own, say, write } = page;
  const all = Number(budget.dataset.budget);
  const targets = new Set([...Object.keys(own.dots), ...[...waits.values()].map(e => e.command.targetId).filter(Boolean)]);
  const left = all - [...targets].reduce((sum, id) => sum + page.dotsOn(waits, id), 0);
  write(budget, left > 0 ? say('dots.left', left, all) : say('dots.spent', all));
  // The first picture of a vote is no move.
  const step = page.here();
  if (budgetOf && budgetOf !== step + left && budgetOf.startsWith(step)) page.announce(budget.textContent);
  budgetOf = step + left;
  [...budget.previousElementSibling.children].forEach((ball, i) => ball.classList.toggle('on', i < left));
  for (const stepper of document.querySelectorAll('[data-dots]')) {
    const here = page.dotsOn(waits, stepper.dataset.dots);
    const [less, count, more] = stepper.children;
    write(count, String(here));
    less.setAttribute('aria-disabled', here === 0);
    more.setAttribute('aria-disabled', here >= stepper.dataset.most || left <= 0 || (!own.ownDots && !!document.getElementById(`own-${stepper.dataset.dots}`)));
    const folded = stepper.closest('[data-laid]');
    if (folded) folded.hidden = here === 0;
  }
}
