// A page that waits for something: looks again by itself, and loads again only when there is something else to see.
const { again, from } = document.body.dataset;
let seen = '';
async function look() {
  try {
    const answer = await fetch(from ?? location.href, { cache: 'no-store' });
    const page = await answer.text();
    // A server that is just being started, a proxy in its place, or one that has too much to do has nothing else to show; and nobody
    // loses what they type.
    if (answer.status < 500 && answer.status !== 429 && !document.querySelector('input:focus')?.value) {
      if (seen && page !== seen) return from ? location.replace(from) : location.reload();
      seen = page;
    }
  } catch {
    // no network, no server: the next look
  }
  setTimeout(look, again * 1000);
}
look();
