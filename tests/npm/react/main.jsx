import 'news-article';
import { createRoot } from 'react-dom/client';
import { api, article, events, note } from '../log.js';

// React 19 sets what is a property of the element as one, and listens to `on` and the event's name.
const listeners = Object.fromEntries(events.map((type) => [`on${type}`, note]));

function App() {
  return (
    <main>
      <news-article id="sent" lang="en" heading-level="2" src={`${api}/api/articles/42.json`} {...listeners} />
      <news-article id="set" lang="de" article={article} {...listeners} />
      <news-article id="gone" src={`${api}/api/absent.json`} {...listeners} />
      <news-reading-time for="sent" lang="en" />
    </main>
  );
}

createRoot(document.querySelector('#app')).render(<App />);
