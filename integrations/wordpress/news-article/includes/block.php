<?php
/**
 * The blocks: one for each part, and the one that stands around blocks or shows another post.
 *
 * @package NewsArticle
 */

namespace NewsArticle;

defined( 'ABSPATH' ) || exit;

add_action(
	'init',
	function () {
		wp_register_script(
			'news-article-block',
			plugins_url( 'block/editor.js', FILE ),
			array( 'wp-blocks', 'wp-block-editor', 'wp-components', 'wp-element', 'wp-server-side-render' ),
			VERSION,
			true
		);
		// The editor's words, as PHP has them: see languages.php.
		wp_add_inline_script( 'news-article-block', 'window.newsArticleWords = ' . wp_json_encode( editor_words() ) . ';', 'before' );
		register_block_type( plugin_dir_path( FILE ) . 'block', array( 'render_callback' => __NAMESPACE__ . '\\block' ) );
		foreach ( array_keys( parts() ) as $name ) {
			register_block_type(
				"news-article/$name",
				array(
					'api_version'     => 2,
					'title'           => editor_words()[ $name ],
					'category'        => 'widgets',
					'icon'            => 'media-document',
					'supports'        => array( 'html' => false, 'align' => true, 'multiple' => false ),
					'uses_context'    => array( 'postId', 'postType' ),
					'editor_script'   => 'news-article-block',
					'render_callback' => fn( $attributes, $content, $block ) => part_block( $name, $block ),
				)
			);
		}
	}
);

// Attributes that cannot be read (`{bad}`) are none: WordPress hands them on as null, and fails on them.
add_filter(
	'render_block_data',
	function ( $block ) {
		if ( str_starts_with( (string) ( $block['blockName'] ?? '' ), 'news-article/' ) && ! is_array( $block['attrs'] ?? null ) ) {
			$block['attrs'] = array();
		}
		return $block;
	}
);

/** The words of the editor, in its language. */
function editor_words(): array {
	return array(
		'reading-time' => __( 'Reading time', 'news-article' ),
		'share'        => __( 'Share buttons', 'news-article' ),
		'comments'     => __( 'Comments', 'news-article' ),
		'newsletter'   => __( 'Newsletter', 'news-article' ),
		'social'       => __( 'Social networks of the publisher', 'news-article' ),
		'related'      => __( 'Related articles', 'news-article' ),
		'article'      => __( 'News article', 'news-article' ),
		'panel'        => __( 'Article', 'news-article' ),
		'post'         => __( 'Post (its number)', 'news-article' ),
		'post_help'    => __( 'Empty: around the blocks inside', 'news-article' ),
		'src'          => __( 'Endpoint', 'news-article' ),
		'src_help'     => __( 'The JSON of an article elsewhere', 'news-article' ),
		'sections'     => __( 'Sections', 'news-article' ),
		'share_help'   => __( 'Networks in order; empty: as in the settings', 'news-article' ),
		'sections_help' => __( 'In order, separated by spaces; empty: as in the settings', 'news-article' ),
	);
}

/** Whether the editor is asking for what a block will look like. */
function is_preview( ?bool $now = null ): bool {
	static $is = false;
	$is = $now ?? $is;
	return $is;
}

add_filter(
	'rest_request_before_callbacks',
	function ( $response, $handler, $request ) {
		is_preview( str_starts_with( $request->get_route(), '/wp/v2/block-renderer/news-article/' ) );
		return $response;
	},
	10,
	3
);

/** A part's HTML, where the author or the template has its block: never twice for a post. */
function part_block( string $name, \WP_Block $block ): string {
	$post = get_post( $block->context['postId'] ?? null );
	if ( ! $post || ( is_elsewhere() && ! is_preview() ) || ( is_page_of( $post ) && is_printed( $post->ID, $name ) ) ) {
		return '';
	}
	$html = part( $name, $post, wrapper() );
	// In a synced pattern or a widget the filter of the content does not see it otherwise.
	if ( '' !== $html && is_page_of( $post ) ) {
		is_printed( $post->ID, "block $name", true );
	}
	return $html;
}

/** What the editor offers for every block: alignment, a class of the author's. */
function wrapper(): array {
	return wp_list_pluck( wp_kses_hair( get_block_wrapper_attributes(), wp_allowed_protocols() ), 'value' );
}

/** The HTML of the block that stands around others. */
function block( array $attributes, string $content ): string {
	$given = array(
		'post'     => (int) ( $attributes['post'] ?? 0 ),
		'src'      => (string) ( $attributes['src'] ?? '' ),
		'sections' => words( $attributes['sections'] ?? '' ),
		'share'    => words( $attributes['share'] ?? '' ),
	);
	if ( $given['post'] || $given['src'] ) {
		return embedded( $given, wrapper() );
	}
	$post = get_post();
	$own  = array( 'sections' => $given['sections'], 'share' => $given['share'] ) + wrapper();
	return $post && trim( $content ) ? around( $post, $content, $own ) : '';
}
