<?php
/**
 * The block: around blocks that stand in it, or another post.
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
			array( 'wp-blocks', 'wp-block-editor', 'wp-components', 'wp-element', 'wp-i18n' ),
			VERSION,
			true
		);
		wp_set_script_translations( 'news-article-block', 'news-article' );
		register_block_type( plugin_dir_path( FILE ) . 'block', array( 'render_callback' => __NAMESPACE__ . '\\block' ) );
	}
);

/** The block's HTML. */
function block( array $attributes, string $content ): string {
	$given = array(
		'post'     => (int) ( $attributes['post'] ?? 0 ),
		'src'      => (string) ( $attributes['src'] ?? '' ),
		'sections' => words( $attributes['sections'] ?? '' ),
		'share'    => words( $attributes['share'] ?? '' ),
	);
	// What the editor offers for every block: alignment, a class of the author's.
	$wrapper = wp_list_pluck( wp_kses_hair( get_block_wrapper_attributes(), wp_allowed_protocols() ), 'value' );
	if ( $given['post'] || $given['src'] ) {
		return embedded( $given, $wrapper );
	}
	$post = get_post();
	$own  = array( 'sections' => $given['sections'], 'share' => $given['share'] ) + $wrapper;
	return $post && trim( $content ) ? around( $post, $content, $own ) : '';
}
