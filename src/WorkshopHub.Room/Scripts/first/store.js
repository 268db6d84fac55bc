// What this phone keeps of this session: one key an item, so that two tabs never write over each other's list.
import { body } from './words.js';

export const { code, site } = body.dataset;
export const prefix = `wh:${code}:`;
const memory = new Map(); // where the phone lets us keep nothing

export const store = {
  get(key) {
    if (memory.has(key)) return memory.get(key);
    try { return JSON.parse(localStorage.getItem(prefix + key)); } catch { return null; }
  },
  /** As it stands there, for what cannot be read. */
  raw(key) {
    try { return localStorage.getItem(prefix + key); } catch { return null; }
  },
  set(key, value) {
    try { localStorage.setItem(prefix + key, JSON.stringify(value)); memory.delete(key); } catch { memory.set(key, value); }
  },
  remove(key) {
    memory.delete(key);
    try { localStorage.removeItem(prefix + key); } catch { /* there is none */ }
  },
  keys(start) {
    let kept = [];
    try { kept = Object.keys(localStorage).filter(k => k.startsWith(prefix + start)).map(k => k.slice(prefix.length)); } catch { /* there is none */ }
    return [...new Set([...kept, ...[...memory.keys()].filter(k => k.startsWith(start))])].sort();
  },
};
