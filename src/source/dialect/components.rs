//! Lists of components: Storyblok's bloks, Strapi's dynamic zones, Prismic's slices, DatoCMS' modular content. Each
//! site defines its own.

use super::context::BodyContext;
use super::thing::guess;
use crate::article::Block;
use crate::network::json::Json;

pub(super) fn blocks(json: &Json, context: &BodyContext<'_>, depth: u32) -> Option<Vec<Block>> {
    let mut blocks = Vec::new();
    for component in json.items() {
        blocks.extend(guess(&component, context, depth)?);
    }
    Some(blocks)
}
