// How long a text is: the same as Writing.cs, in the same order, so that nobody is told "7 left" and then refused.

const ends = /^[\p{White_Space}\u200B\u2060\uFEFF]+|[\p{White_Space}\u200B\u2060\uFEFF]+$/gu;
const unseen = /^[\p{White_Space}\p{Cc}\p{Cf}\u034F\u115F\u1160\u17B4\u17B5\u2800\u3164\uFFA0\uFE00-\uFE0F]*$/u;
const marksMax = 10;

function fewMarks(text) {
  let kept = '';
  let marks = marksMax;
  for (const sign of text) {
    if (/\p{M}/u.test(sign)) { if (++marks > marksMax) continue; } else if (!/[\p{White_Space}\p{Cf}]/u.test(sign)) marks = 0;
    kept += sign;
  }
  return kept;
}

export function measure(text) {
  const known = text.replace(/\r\n?/g, '\n').replace(/\p{Cs}/gu, '\uFFFD')
    .replace(/[\p{Cc}\p{Noncharacter_Code_Point}]/gu, c => (c === '\n' || c === '\t' ? c : ''));
  const clean = fewMarks(fewMarks(known).normalize('NFC')).replace(ends, '');
  return { length: [...clean].length, empty: unseen.test(clean) };
}
