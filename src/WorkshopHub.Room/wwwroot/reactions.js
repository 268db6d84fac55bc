// Light reactions on the projector: they rise inside the spine, six at most at a time, and only while the picture is live.

const most = 6;
const stays = 4000;
const strip = document.getElementById('reactions');

/** @param counts how many reacted since the last pulse, by symbol */
export function rise(counts) {
  // Held and blank screens stand still, and the lobby has no spine to rise in.
  if (!counts || !document.querySelector('#spine [data-net]:not([data-held])')) return;
  for (const [symbol, count] of Object.entries(counts)) {
    const picture = document.getElementById(`t-${symbol}`)?.content;
    if (!picture || strip.children.length >= most) continue;
    const one = document.createElement('div');
    one.append(picture.cloneNode(true));
    if (count > 1) one.append(Object.assign(document.createElement('b'), { textContent: count }));
    strip.append(one);
    setTimeout(() => one.remove(), stays);
  }
}
