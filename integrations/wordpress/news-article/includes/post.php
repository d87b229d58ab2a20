<?php
/**
 * The switch of a single post: a box beside the editor, of either kind.
 *
 * @package NewsArticle
 */

namespace NewsArticle;

defined( 'ABSPATH' ) || exit;

/** Whether everybody may read a post. */
function is_public( ?\WP_Post $post ): bool {
	return $post && is_post_publicly_viewable( $post ) && '' === $post->post_password;
}

/** Where it is kept: there only where the parts are left out. */
const OFF = '_news_article_off';

add_action(
	'init',
	fn() => register_post_meta(
		'',
		OFF,
		array(
			'type'              => 'boolean',
			'single'            => true,
			'sanitize_callback' => 'rest_sanitize_boolean',
			'auth_callback'     => fn( $allowed, $key, $post ) => current_user_can( 'edit_post', $post ),
		)
	)
);

add_action(
	'add_meta_boxes',
	function ( $type ) {
		if ( ! setting( 'around' ) || ! in_array( $type, setting( 'post_types' ), true ) ) {
			return;
		}
		add_meta_box(
			'news-article',
			__( 'News article', 'news-article' ),
			function ( $post ) {
				wp_nonce_field( 'news_article_post', 'news_article_nonce' );
				printf(
					'<label><input type="checkbox" name="news_article_off" value="1"%s> %s</label>',
					checked( (bool) get_post_meta( $post->ID, OFF, true ), true, false ),
					esc_html__( 'Without reading time, share buttons and the like', 'news-article' )
				);
			},
			$type,
			'side',
			'low'
		);
	}
);

add_action(
	'save_post',
	function ( $id ) {
		$nonce = isset( $_POST['news_article_nonce'] ) ? sanitize_text_field( wp_unslash( $_POST['news_article_nonce'] ) ) : '';
		// The box is of the post that is being edited; others may be saved by the same request.
		$edited = (int) ( $_POST['post_ID'] ?? 0 );
		if ( $edited !== (int) $id || ! wp_verify_nonce( $nonce, 'news_article_post' ) || ! current_user_can( 'edit_post', $id ) || wp_is_post_revision( $id ) || wp_is_post_autosave( $id ) ) {
			return;
		}
		if ( empty( $_POST['news_article_off'] ) ) {
			delete_post_meta( $id, OFF );
		} else {
			update_post_meta( $id, OFF, true );
		}
	}
);
