// Many people were joining at once: what was filled in is sent again by itself, unless somebody is still changing it.
const form = document.querySelector('form[data-again]');
let timer = 0;
function wait() {
  clearTimeout(timer);
  timer = setTimeout(() => form.requestSubmit(), (Number(form.dataset.again) + Math.random()) * 1000);
}
form.addEventListener('input', wait);
form.addEventListener('submit', () => clearTimeout(timer));
document.getElementById('again').hidden = false;
wait();
