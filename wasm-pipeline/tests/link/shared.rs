//! What two chunks use: `last` comes after `later` and uses what is there; what the main module uses too stays in it.
#![no_std]

#[panic_handler]
fn panic(_: &core::panic::PanicInfo<'_>) -> ! {
    loop {}
}

pub static ALL: [u8; 8] = *b"demo-all";
pub static mut HOOKS: [Option<fn(usize) -> usize>; 2] = [None, None];

#[inline(never)]
fn of_all(at: usize) -> usize {
    usize::from(ALL[at & 7])
}

pub mod later {
    pub static BOTH: [u8; 8] = *b"demoboth";

    #[inline(never)]
    pub fn of_both(at: usize) -> usize {
        usize::from(BOTH[at & 7])
    }

    pub mod entry {
        pub static LATER: [u8; 8] = *b"demoltr-";

        #[inline(never)]
        pub fn show(at: usize) -> usize {
            unsafe { super::super::HOOKS[at & 1] = Some(super::of_both) };
            super::of_both(at) + super::super::of_all(at) + usize::from(LATER[at & 7])
        }
    }
}

pub mod last {
    pub struct Token;

    pub mod entry {
        pub static LAST: [u8; 8] = *b"demolast";

        impl super::Token {
            #[inline(never)]
            pub fn show(&self, at: usize) -> usize {
                usize::from(LAST[at & 7])
            }
        }

        pub struct Proof;

        impl Proof {
            #[inline(never)]
            pub fn load(at: usize) -> Proof {
                unsafe { super::super::HOOKS[at & 1] = Some(super::super::of_all) };
                Proof
            }

            #[inline(never)]
            pub fn show(&self, at: usize) -> usize {
                super::super::later::of_both(at) + super::super::of_all(at) + usize::from(LAST[at & 7])
            }
        }
    }
}

#[unsafe(no_mangle)]
pub extern "C" fn run(at: usize) -> usize {
    let proof = last::entry::Proof::load(at);
    let hooked = unsafe { HOOKS[at & 1] }.map_or(0, |hook| hook(at));
    later::entry::show(at) + proof.show(at) + hooked
}

// expected
// later
//   data: 8 bytes "demoboth"
//   data: 8 bytes "demoltr-"
//   slot: demo::later::of_both
// last
//   data: 8 bytes "demolast"
// dead
