//! The linker lets a text that ends another begin in the middle of that: two symbols have the same bytes. `demo main tail` is
//! the main module's, though a chunk has a longer one; a text that nothing reaches does not take a living one along.
#![no_std]

#[panic_handler]
fn panic(_: &core::panic::PanicInfo<'_>) -> ! {
    loop {}
}

use core::ffi::CStr;

fn sum(text: &CStr, at: usize) -> u8 {
    text.to_bytes_with_nul()[at % text.count_bytes()]
}

pub struct Unseen;

impl core::fmt::Debug for Unseen {
    #[inline(never)]
    fn fmt(&self, out: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        let at = out.width().unwrap_or(1);
        out.width();
        let sum = sum(c"which nobody sees: demo later tail", at) ^ sum(c"demo which is dead", at);
        if sum == 3 { Err(core::fmt::Error) } else { Ok(()) }
    }
}

pub mod later {
    pub mod entry {
        #[inline(never)]
        pub fn show(at: usize) -> u8 {
            super::super::sum(c"a longer demo main tail", at) ^ super::super::sum(c"demo later tail", at)
        }
    }
}

static WRITERS: [fn(&Unseen, &mut core::fmt::Formatter<'_>) -> core::fmt::Result; 1] = [<Unseen as core::fmt::Debug>::fmt];

#[unsafe(no_mangle)]
pub extern "C" fn run(at: usize) -> usize {
    usize::from(sum(c"demo main tail", at) ^ later::entry::show(at)) + WRITERS[at & 0] as usize
}

// expected
// later
//   data: 16 bytes "demolatertail"
// dead
//   data: 19 bytes "demowhichisdead"
