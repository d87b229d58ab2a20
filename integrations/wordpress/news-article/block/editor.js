// The block in the editor, without a build step: the blocks inside, or a word about the post that is shown.
(function (wp) {
  const { createElement: h, Fragment } = wp.element;
  const { InnerBlocks, InspectorControls, useBlockProps } = wp.blockEditor;
  const { PanelBody, Placeholder, TextControl } = wp.components;
  const { __ } = wp.i18n;

  const FIELDS = [
    ['post', __('Post (its number)', 'news-article'), __('Empty: around the blocks inside', 'news-article')],
    ['src', __('Endpoint', 'news-article'), __('The JSON of an article elsewhere', 'news-article')],
    ['sections', __('Sections', 'news-article'), __('In order, separated by spaces; empty: as in the settings', 'news-article')],
    ['share', __('Share buttons', 'news-article'), __('Networks in order; empty: as in the settings', 'news-article')],
  ];

  wp.blocks.registerBlockType('news-article/article', {
    edit({ attributes, setAttributes }) {
      const field = ([name, label, help]) =>
        h(TextControl, {
          key: name,
          label,
          help,
          value: String(attributes[name] || ''),
          onChange: (value) => setAttributes({ [name]: name === 'post' ? parseInt(value, 10) || 0 : value }),
        });
      const elsewhere = attributes.post || attributes.src;
      return h(
        Fragment,
        null,
        h(InspectorControls, null, h(PanelBody, { title: __('Article', 'news-article') }, FIELDS.map(field))),
        h(
          'div',
          useBlockProps(),
          elsewhere
            ? h(Placeholder, { icon: 'media-document', label: __('News article', 'news-article') }, String(elsewhere))
            : h(InnerBlocks),
        ),
      );
    },
    // What is around is made anew at each view; the blocks inside are the author's text.
    save: () => h(InnerBlocks.Content),
  });
})(window.wp);
