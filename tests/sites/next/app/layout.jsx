export default function Layout({ children }) {
  return (
    <html lang="fr">
      <body>
        <link rel="stylesheet" href="/news-article/article.css" precedence="default" />
        <script type="module" async src="/news-article/news-article-later.js" />
        {children}
      </body>
    </html>
  );
}
