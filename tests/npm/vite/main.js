import 'news-article';
import { api, article, events, note } from '../log.js';

const [sent, set, gone] = document.querySelectorAll('news-article');
for (const element of [sent, set, gone]) for (const type of events) element.addEventListener(type, note);
sent.src = `${api}/api/articles/42.json`;
set.article = article;
gone.src = `${api}/api/absent.json`;
