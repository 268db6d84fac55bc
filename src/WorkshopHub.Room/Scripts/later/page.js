// What the first script has put up: the words, the store, the outbox. See first/start.js.

export let page = null;
export const begin = first => { page = first; };

export const html = document.documentElement;
