import { article, ids } from '../articles.js';

export default function (config) {
  config.addPassthroughCopy({ '../node_modules/news-article': 'news-article' });
  config.addGlobalData('articles', ids.map((id) => ({ id, ...article(id) })));
  return { dir: { input: 'pages', output: 'dist' } };
}
