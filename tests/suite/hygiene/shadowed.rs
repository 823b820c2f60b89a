
macro_rules! shadow {
    (types $($name:ident)*) => { $(
        /// A type of the user's.
        #[allow(non_camel_case_types)]
        #[derive(Debug)]
        pub struct $name;
    )* };
    (traits $($name:ident)*) => { $(
        /// A trait of the user's.
        pub trait $name {}
    )* };
    (modules $($name:ident)*) => { $(
        /// A module of the user's.
        pub mod $name {}
    )* };
    (macros $($name:ident)*) => { $(
        #[allow(unused_macros)]
        macro_rules! $name { () => {}; }
    )* };
}

shadow!(modules core std alloc error_catalog primitive fmt option __private);
shadow!(types Option Some None String Result Ok Err Vec Box Formatter Error META PROSE PROSE_BYTES TEMPLATES make_0 into_1);
shadow!(types u8 u16 u32 i64 usize bool str Self_ Text CompactText Value Code Status Entry Retry Catalog CatalogError);
shadow!(traits Into From Clone Copy Debug Display FromStr PartialEq Eq Hash Iterator FnMut Sized Send Sync Drop);
shadow!(macros include_bytes concat env matches write format vec derive_ panic);
