// A page that waits for something: looks again by itself, and loads again only when there is something else to see.
let seen = '';
async function look() {
  try {
    const page = await (await fetch(location.href, { cache: 'no-store' })).text();
    if (seen && page !== seen) return location.reload();
    seen = page;
  } catch {
    // no network: the next look
  }
  setTimeout(look, document.body.dataset.again * 1000);
}
look();
