// Joins modules into one script, because a phone on a slow line waits for each file by itself. It only joins: imports
// between the modules go, and so do comments and indentation, which would cost bytes on the way. The last module is the
// bundle's door: only its exports stay.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';

const [to, ...from] = process.argv.slice(2);
const known = new Set();
const names = new Map();

const parts = from.map((file, i) => {
  const text = readFileSync(file, 'utf8').replace(/\r\n/g, '\n');
  for (const [, module] of text.matchAll(/^import .* from '\.\/(.+)';$/gm)) {
    if (!known.has(module)) throw new Error(`${file} needs ${module}, which has to come before it.`);
  }
  known.add(basename(file));
  for (const [, name] of text.matchAll(/^(?:export )?(?:async )?(?:const|let|function) (\w+)/gm)) {
    if (names.has(name)) throw new Error(`${name} is in ${names.get(name)} and in ${file}: in one script there is one of it.`);
    names.set(name, file);
  }
  const plain = text.replace(/^import .*\n/gm, '').replace(/^\s*(\/\/|\/\*\*|\*).*\n/gm, '').replace(/^\s+/gm, '').replace(/ +\/\/ .*$/gm, '');
  return i < from.length - 1 ? plain.replace(/^export /gm, '') : plain;
});

mkdirSync(dirname(to), { recursive: true });
writeFileSync(to, parts.join(''));
