//! Symbols without a size: the address of nothing at all, and one of the linker's own that is past every byte.
#![no_std]

#[panic_handler]
fn panic(_: &core::panic::PanicInfo<'_>) -> ! {
    loop {}
}

unsafe extern "C" {
    static __heap_base: u8;
}

#[repr(align(16))]
pub struct Nothing([u64; 0]);

pub static NOTHING: Nothing = Nothing([]);
pub static MAIN: [u8; 16] = *b"demo-main-module";

pub mod later {
    pub mod entry {
        pub static BEFORE: [u8; 16] = *b"demo-later-befor";
        pub static NONE: super::super::Nothing = super::super::Nothing([]);
        pub static AFTER: [u8; 16] = *b"demo-later-after";

        #[inline(never)]
        pub fn show(at: usize) -> usize {
            let none = &raw const NONE as usize;
            none + usize::from(BEFORE[at & 15]) + usize::from(AFTER[at & 15])
        }
    }
}

#[unsafe(no_mangle)]
pub extern "C" fn run(at: usize) -> usize {
    let (nothing, end) = (&raw const NOTHING as usize, &raw const __heap_base as usize);
    nothing + end + later::entry::show(at) + usize::from(MAIN[at & 15])
}

// expected
// later
//   data: 16 bytes "demo-later-after"
//   data: 16 bytes "demo-later-befor"
// dead
