import { article, ids } from '../../../articles.js';

export const dynamicParams = false;
export const generateStaticParams = () => ids.map((id) => ({ id }));

export async function generateMetadata({ params }) {
  const { id } = await params;
  const { title, summary, url, image } = JSON.parse(article(id, 'json').html);
  const description = Array.isArray(summary) ? summary.join(' ') : summary;
  return {
    title,
    description,
    alternates: { canonical: url },
    openGraph: { type: 'article', title, description, url, images: image ? [image.src] : [] },
  };
}

export default async function Page({ params }) {
  const { id } = await params;
  // The element adds to what is in it: React leaves it alone.
  return <main dangerouslySetInnerHTML={{ __html: article(id).html }} suppressHydrationWarning />;
}
