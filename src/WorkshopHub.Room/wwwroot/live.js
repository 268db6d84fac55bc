// The connection of phones and screens: docs/path-of-a-word.md

const pause = (ms, cut) => new Promise(done => { const t = setTimeout(done, ms); cut(() => { clearTimeout(t); done(); }); });

/** Applies pushed pieces. False where the page is not what the server thinks it is. */
function patch(pieces, arrived) {
  for (const { target, op, html } of pieces) {
    const el = document.getElementById(target);
    if (!el) return false;
    if (op === 'remove') el.remove();
    else if (op === 'append') { el.insertAdjacentHTML('beforeend', html); arrived(el.lastElementChild); }
    else el.outerHTML = html;
  }
  return true;
}

/** What it is given: docs/path-of-a-word.md. */
export function live(o) {
  const shell = document.getElementById(o.root).parentElement;
  let version = Number(shell.dataset.version);
  let queue = [];
  let fetching = null;
  let connection = null;
  let why = '';
  let wake = () => {};

  const stand = v => { version = v; shell.dataset.version = v; };

  async function fetchView(tries = 0) {
    fetching ??= (async () => {
      const answer = await fetch(o.view, { cache: 'no-store', headers: { Accept: 'application/json' } });
      if ([401, 403, 404, 410].includes(answer.status)) o.gone();
      if (!answer.ok) throw new Error(`view ${answer.status}`);
      const view = await answer.json();
      if (view.version < version) return;
      if (view.language !== document.documentElement.lang) { location.reload(); return; }
      o.keeping(() => { document.getElementById(o.root).outerHTML = view.html; });
      stand(view.version);
    })().finally(() => { fetching = null; });
    await fetching;
    await drain(tries + 1);
  }

  // Messages that do not fit wait for the view; what it holds already is dropped, what follows on it is applied.
  async function drain(tries = 0) {
    while (queue.length && !fetching) {
      const next = queue[0];
      if (next.from < 0) { // nobody stands there: fetch, also where the version is the same
        queue.shift();
        return fetchView(tries);
      }
      if (next.version > version && next.from !== version) {
        if (tries) await new Promise(r => setTimeout(r, Math.min(100 * tries, 2000)));
        if (!fetching) return fetchView(tries);
        return;
      }
      queue.shift();
      if (next.version <= version) continue;
      let fits = true;
      o.keeping(() => { fits = patch(next.pieces, o.arrived); });
      if (!fits) return fetchView();
      stand(next.version);
    }
  }

  async function enter() {
    const seen = version;
    let answer;
    try {
      answer = await connection.invoke('Enter', ...o.enter, seen);
    } catch (refused) {
      if (`${refused}`.includes('foreign-origin')) why = 'foreign';
      o.refused?.(refused.message);
      if (connection?.state === 'Connected') await fetchView(); // says by its status whether we are still welcome
      throw refused;
    }
    if (answer.version < seen) stand(0); // a copy from before was put back; it is the truth now
    if (answer.behind || answer.version < seen) await fetchView();
    o.entered();
  }

  async function connect() {
    await library(o.signalr);
    const { HubConnectionBuilder, LogLevel } = globalThis.signalR;
    connection = new HubConnectionBuilder().withUrl(o.hub).configureLogging(LogLevel.None).build();
    connection.serverTimeoutInMilliseconds = 20000;
    connection.keepAliveIntervalInMilliseconds = 5000;
    connection.on('changed', m => {
      if (m.mine) return o.mine();
      queue.push(m);
      drain().catch(() => connection.stop());
    });
    connection.on('pulse', p => {
      if (p.restarting) why = 'restart';
      o.pulse(p);
    });
    const closed = new Promise(done => connection.onclose(done));
    try {
      await connection.start();
      await enter();
      why = '';
      o.state('connected');
      await closed;
    } finally {
      connection.stop().catch(() => {});
      connection = null;
      queue = [];
    }
  }

  (async () => {
    for (let lost = performance.now(), tries = 0; ; tries++) {
      const began = performance.now();
      let was = false;
      const told = o.state;
      try {
        o.state = (...s) => { was ||= s[0] === 'connected'; told(...s); };
        await connect();
      } catch {
        // the loop is the answer
      } finally {
        o.state = told;
      }
      if (was || performance.now() - began > 60000) { tries = 0; lost = performance.now(); }
      o.state('offline', why);
      if (performance.now() - lost > 30000) await fetchView().then(o.entered, () => {});
      const most = performance.now() - lost < 60000 ? Math.min(300 * 2 ** tries, 2000) : Math.min(2000 * 1.5 ** (tries % 20), 10000);
      await pause(300 + Math.random() * (most - 300), cut => { wake = cut; });
    }
  })();

  // After a sleep a dead socket looks alive: ask it, and do not wait for the time-out.
  function rouse() {
    wake();
    if (connection?.state !== 'Connected') return;
    const asked = connection;
    const late = setTimeout(() => asked.stop(), 4000);
    enter().catch(() => asked.stop()).finally(() => clearTimeout(late));
  }
  addEventListener('online', rouse);
  addEventListener('pageshow', e => { if (e.persisted) rouse(); });
  document.addEventListener('visibilitychange', () => { if (!document.hidden) rouse(); });
  addEventListener('offline', () => connection?.stop());

  return { report: state => { if (connection?.state === 'Connected') connection.send('Report', state).catch(() => {}); } };
}

let loading = null;
function library(src) {
  if (globalThis.signalR) return Promise.resolve();
  loading ??= new Promise((done, fail) => {
    const script = document.createElement('script');
    Object.assign(script, { src, onload: done, onerror: fail });
    document.head.append(script);
  }).finally(() => { loading = null; });
  return loading;
}

// time, by the server's clock

let ahead = Number(document.body.dataset.now) - performance.now();
export const hear = time => { ahead = new Date(time).getTime() - performance.now(); };

/** The server's time, as well as it is known here. */
export const now = () => performance.now() + ahead;

export function clocks() {
  for (const el of document.querySelectorAll('[data-ends]')) {
    const left = Math.max(0, Math.ceil((el.dataset.ends - now()) / 1000));
    el.textContent = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`;
    el.classList.toggle('low', left <= 30);
  }
}

export const hour = (at, seconds) => new Date(at).toLocaleTimeString(`${document.documentElement.lang}-u-nu-latn`, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', ...(seconds && { second: '2-digit' }) });

/** The server writes times of day as its own place has them; the reader's may be another. */
export function localTimes() {
  for (const el of document.querySelectorAll('time[data-time]')) el.textContent = hour(el.dateTime);
}
