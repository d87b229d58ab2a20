// The blocks in the editor, without a build step: the parts as the server shows them; and the blocks inside the one that
// stands around others, or a word about the post that it shows.
(function (wp) {
  const { createElement: h, Fragment } = wp.element;
  const { InnerBlocks, InspectorControls, useBlockProps } = wp.blockEditor;
  const { Disabled, PanelBody, Placeholder, TextControl } = wp.components;
  const ServerSideRender = wp.serverSideRender;
  const words = window.newsArticleWords;

  for (const name of ['reading-time', 'share', 'comments', 'newsletter', 'social', 'related']) {
    const edit = ({ name: block, attributes, context }) =>
      h(
        'div',
        useBlockProps(),
        h(
          Disabled,
          null,
          context.postId
            ? h(ServerSideRender, { block, attributes, urlQueryArgs: { post_id: context.postId } })
            : h(Placeholder, { icon: 'media-document', label: words[name] }),
        ),
      );
    wp.blocks.registerBlockType(`news-article/${name}`, { edit, save: () => null });
  }

  const FIELDS = ['post', 'src', 'sections', 'share'];

  wp.blocks.registerBlockType('news-article/article', {
    edit({ attributes, setAttributes }) {
      const field = (name) =>
        h(TextControl, {
          key: name,
          label: words[name],
          help: words[`${name}_help`],
          value: String(attributes[name] || ''),
          onChange: (value) => setAttributes({ [name]: name === 'post' ? parseInt(value, 10) || 0 : value }),
        });
      const elsewhere = attributes.post || attributes.src;
      return h(
        Fragment,
        null,
        h(InspectorControls, null, h(PanelBody, { title: words.panel }, FIELDS.map(field))),
        h(
          'div',
          useBlockProps(),
          elsewhere
            ? h(Placeholder, { icon: 'media-document', label: words.article }, String(elsewhere))
            : h(InnerBlocks),
        ),
      );
    },
    // What is around is made anew at each view; the blocks inside are the author's text.
    save: () => h(InnerBlocks.Content),
  });
})(window.wp);
