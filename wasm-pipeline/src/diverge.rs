//! Finds out whether a function can return.

use anyhow::Result;
use wasmparser::{FunctionBody, Operator};

/// A block, a loop, a branch or the body itself.
struct Frame {
    is_loop: bool,
    /// True if something jumps to its end, or the first half of an `if` reaches it.
    left: bool,
    /// True if its beginning is reached.
    entered: bool,
    /// True for an `if` without an `else` so far, which its condition may skip.
    skips: bool,
}

/// Returns whether a call of the function may return. Calls in the body are assumed to return, because the compiler
/// puts `unreachable` after one that does not, and a condition may have either value. So `true` may be wrong, but
/// `false` is certain.
///
/// # Errors
///
/// Fails if the body cannot be read.
pub fn returns(body: &FunctionBody<'_>) -> Result<bool> {
    let mut frames = vec![Frame { is_loop: false, left: false, entered: true, skips: false }];
    let mut reached = true;
    for operator in body.get_operators_reader()? {
        let operator = operator?;
        match &operator {
            Operator::Block { .. } => {
                frames.push(Frame { is_loop: false, left: false, entered: reached, skips: false })
            }
            Operator::Loop { .. } => {
                frames.push(Frame { is_loop: true, left: false, entered: reached, skips: false })
            }
            Operator::If { .. } => {
                frames.push(Frame { is_loop: false, left: false, entered: reached, skips: true })
            }
            Operator::Else => {
                if let Some(frame) = frames.last_mut() {
                    frame.left |= reached;
                    frame.skips = false;
                    reached = frame.entered;
                }
            }
            Operator::End => {
                if let Some(frame) = frames.pop() {
                    reached |= frame.left || (frame.skips && frame.entered);
                }
                if frames.is_empty() {
                    return Ok(reached);
                }
            }
            Operator::Br { relative_depth } => {
                jump(&mut frames, *relative_depth, reached);
                reached = false;
            }
            Operator::BrIf { relative_depth }
            | Operator::BrOnNull { relative_depth }
            | Operator::BrOnNonNull { relative_depth } => jump(&mut frames, *relative_depth, reached),
            Operator::BrTable { targets } => {
                for target in targets.targets() {
                    jump(&mut frames, target?, reached);
                }
                jump(&mut frames, targets.default(), reached);
                reached = false;
            }
            Operator::Return
            | Operator::ReturnCall { .. }
            | Operator::ReturnCallIndirect { .. }
            | Operator::ReturnCallRef { .. }
                if reached =>
            {
                return Ok(true);
            }
            Operator::Unreachable => reached = false,
            _ => {}
        }
    }
    Ok(reached)
}

/// Handles a jump out of some blocks: to the end of a block, which is then reached, or back to the beginning of a
/// loop.
fn jump(frames: &mut [Frame], depth: u32, reached: bool) {
    let target = frames.len().checked_sub(depth as usize + 1).and_then(|at| frames.get_mut(at));
    if let Some(frame) = target.filter(|frame| !frame.is_loop) {
        frame.left |= reached;
    }
}
