// Keeps the screen on while the page is looked at, where the browser can: a wish that this phone remembers.

const key = 'wh:awake';
let lock = null;

const wanted = () => { try { return localStorage.getItem(key) === 'on'; } catch { return false; } };

export function stayAwake() {
  const part = document.getElementById('awake');
  if (!part || !('wakeLock' in navigator)) return;
  const box = part.querySelector('input');
  const refused = part.querySelector('[data-refused]');
  const want = async () => {
    if (document.hidden || lock) return;
    try {
      lock = await navigator.wakeLock.request('screen');
      // It ends whenever the page is out of sight.
      lock.addEventListener('release', () => { lock = null; });
      refused.hidden = true;
      if (!box.checked) lock.release();
    } catch {
      refused.hidden = false; // low battery, for example
    }
  };
  part.hidden = false;
  box.checked = wanted();
  box.onchange = () => {
    try { localStorage.setItem(key, box.checked ? 'on' : 'off'); } catch { /* then for this once */ }
    refused.hidden = true;
    if (box.checked) want(); else lock?.release();
  };
  const again = () => { if (box.checked) want(); };
  document.addEventListener('visibilitychange', again);
  again();
}
