// The live part of a phone: the room's view, what is one's own, the connection, and the ways around.

export async function start({ uuid, say, waiting, own, flush, keeping, refresh, hooks }) {
  const { code, liveJs, signalrJs } = document.body.dataset;
  const html = document.documentElement;
  const { live, hear, clocks, hour, localTimes } = await import(liveJs);

  // ---- the connection, in the top line and in one bar --------------------------------------------------------------------

  const bar = document.getElementById('net');
  let since = 0;
  let owed = 0; // how many waited while we were away
  let saved = 0; // how many of these are in
  let quiet = 0;

  function state(next) {
    if (next === 'offline' && html.dataset.live !== 'offline') { since = Date.now(); saved = 0; }
    html.dataset.live = next;
    drawState();
    refresh();
    if (next === 'connected') flush();
  }

  function drawState() {
    for (const el of document.querySelectorAll('[data-net]')) el.textContent = say(`net.${html.dataset.live === 'connected' ? 'live' : html.dataset.live}`);
    const n = waiting();
    if (html.dataset.live === 'offline') {
      owed = Math.max(owed, n);
      // A blink of the wifi is not worth a bar.
      if (Date.now() - since > 1500) tell([say('net.since', hour(since)), n ? say('net.waiting', n) : '', say('net.trying')].join(' '), false);
      else setTimeout(drawState, 1600);
    } else if (html.dataset.live === 'connected' && owed && !n) {
      tell(saved ? say('net.back', saved) : '', true);
      owed = 0;
    } else if (html.dataset.live === 'connected' && !quiet) {
      tell('', false);
    }
  }

  function tell(text, passing, unseen) {
    clearTimeout(quiet);
    quiet = 0;
    bar.classList.toggle('vh', !!unseen);
    if (bar.textContent !== text) bar.textContent = text;
    if (passing) quiet = setTimeout(() => { quiet = 0; bar.textContent = ''; drawState(); }, 5000);
  }

  // ---- what is one's own -----------------------------------------------------------------------------------------------

  let fetching = false;
  let again = false;
  async function mine() {
    if (fetching) { again = true; return; }
    fetching = true;
    try {
      const answer = await fetch(`/j/${code}/mine`, { cache: 'no-store', headers: { Accept: 'application/json' } });
      if ([401, 403, 404, 410].includes(answer.status)) return hooks.gone();
      if (!answer.ok) return;
      const part = await answer.json();
      if (part.removed) return hooks.gone();
      // An answer to a command may have overtaken this.
      if (part.version < own.since) { again = true; return; }
      own.nodded = new Set(part.nodded);
      own.answers = part.answers;
      own.dots = part.dots;
      own.ownDots = part.ownDots;
      own.done = part.done;
      keeping(() => { document.getElementById('mine').outerHTML = part.html; });
    } catch {
      // the next catch-up asks again
    } finally {
      fetching = false;
      if (again) { again = false; setTimeout(mine, 150); }
    }
  }

  let reloading = false;
  hooks.gone = () => { if (!reloading) { reloading = true; location.reload(); } };
  hooks.changed = () => { drawState(); report({ waiting: waiting() }); };
  hooks.answered = (command, version, refusal) => {
    if (refusal) tell(refusal, true);
    else if (owed) saved++;
    else if (command.type === 'changeProfile') tell(say('own.saved'), true);
    else if (command.text !== undefined || command.type === 'answer') tell(say('own.saved'), true, true); // for those who listen; the others see it in its place
    if (!['nod', 'setDone', 'answer', 'placeDots'].includes(command.type)) mine();
  };

  // A smile is of now: it waits in no outbox.
  hooks.react = button => {
    const command = { type: 'react', commandId: uuid(), symbol: button.value };
    fetch(`/j/${code}/commands`, { method: 'POST', headers: { 'Content-Type': 'application/json', Accept: 'application/json' }, body: JSON.stringify(command) })
      .then(answer => {
        if (!answer.ok) throw new Error(answer.status);
        button.classList.add('sent');
        setTimeout(() => button.classList.remove('sent'), 1000);
        tell(say('react.sent'), true, true);
      })
      .catch(() => tell(say('react.offline'), true));
  };

  let typing = 0;
  hooks.typed = () => {
    if (!typing) report({ typing: true });
    clearTimeout(typing);
    typing = setTimeout(hooks.rested, 3000);
  };
  hooks.rested = () => {
    if (typing) report({ typing: false });
    clearTimeout(typing);
    typing = 0;
  };

  // ---- views: one at a time, by the address, so that Back works -----------------------------------------------------------

  const roots = '.all > ul > .item[data-answerable]';
  let open = null;
  let shown = null;

  function route(moved) {
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
    choose();
    if (moved && view !== shown) {
      const back = shown === 'one' && view !== 'mine' && document.getElementById(open);
      if (back) back.scrollIntoView({ block: 'center' }); else scrollTo(0, 0);
    }
    if (moved && view === 'one') { scrollTo(0, 0); item.querySelector('.place').focus({ preventScroll: true }); }
    shown = view;
  }

  // Where several lanes are open there is one field at a time, and a choice of which.
  let lane = '';
  function choose() {
    const fields = [...document.querySelectorAll('#room-in > .write:not([hidden])')];
    let choice = document.getElementById('lanes');
    if (fields.length < 2) {
      choice?.remove();
      // Nothing to choose any more: the lists of the other lanes come back.
      for (const el of document.querySelectorAll('#room-in > .off')) el.classList.remove('off');
      return;
    }
    const here = fields.find(f => f.id === lane) ?? fields[0];
    const looks = fields.map(f => f.id + f.dataset.lane).join();
    if (choice?.looks !== looks) {
      choice?.remove();
      choice = document.createElement('div');
      Object.assign(choice, { id: 'lanes', className: 'chips', looks });
      choice.setAttribute('role', 'group');
      choice.setAttribute('aria-label', say('lanes.label'));
      choice.append(...fields.map(f => {
        const chip = Object.assign(document.createElement('button'), { className: 'chip', onclick: () => { lane = f.id; choose(); } });
        chip.dataset.for = f.id;
        chip.append(f.querySelector('.sign').cloneNode(), f.dataset.lane);
        return chip;
      }));
      fields[0].before(choice);
    }
    for (const chip of choice.children) chip.setAttribute('aria-pressed', chip.dataset.for === here.id);
    for (const f of fields) off(f, f !== here);
  }

  function off(field, on) {
    for (const start of ['write-', 'kept-', 'list-']) document.getElementById(field.id.replace('write-', start))?.classList.toggle('off', on);
  }
  hooks.show = form => { const field = form.closest('#room-in > .write'); if (field) { lane = field.id; choose(); } };

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
      other.textContent = say('chain.another');
      line.append(`${lane} `, where, ' · ', other);
      item.prepend(line);
    }
    line.querySelector('b').textContent = say('chain.place', [...list.children].indexOf(item) + 1, list.children.length);
  }
  addEventListener('hashchange', () => route(true));

  // ---- start ---------------------------------------------------------------------------------------------------------------

  const { report } = live({
    root: 'room',
    view: `/j/${code}/view`,
    enter: [code, ''],
    signalr: signalrJs,
    keeping: change => { keeping(() => { change(); route(false); }); drawState(); clocks(); localTimes(); },
    arrived: el => el.classList.add('fresh'),
    state,
    entered: mine,
    mine,
    pulse: p => hear(p.now),
    gone: () => hooks.gone(),
  });
  setInterval(clocks, 1000);
  clocks();
  localTimes();
  route(true);
}
