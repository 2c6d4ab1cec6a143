//! Typed positions: how entries of the compiled knowledge refer to each other.
//!
//! The compiler makes only positions that exist, so this is the one file that indexes: a position that leads nowhere is a mistake in
//! the program, and stops it here instead of becoming a wrong answer somewhere else.

#![allow(clippy::indexing_slicing, clippy::expect_used, reason = "a position that leads nowhere must not go unnoticed")]

use std::ops::{Index, IndexMut};

use serde::{Deserialize, Serialize};

/// Declares types of positions.
macro_rules! ids {
    ($($(#[$doc:meta])* $id:ident)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub struct $id(u32);

        impl $id {
            pub fn new(index: usize) -> Self {
                Self(word(index))
            }

            pub fn index(self) -> usize {
                self.0 as usize
            }

            pub fn all(count: usize) -> impl DoubleEndedIterator<Item = Self> + Clone {
                (0..count).map(Self::new)
            }

            /// Each entry of a list with its position.
            pub fn of<T>(list: &[T]) -> impl DoubleEndedIterator<Item = (Self, &T)> + Clone {
                list.iter().enumerate().map(|(index, entry)| (Self::new(index), entry))
            }
        }

        impl From<u32> for $id {
            fn from(number: u32) -> Self {
                Self(number)
            }
        }

        impl From<$id> for u32 {
            fn from(id: $id) -> Self {
                id.0
            }
        }

        impl From<$id> for usize {
            fn from(id: $id) -> Self {
                id.index()
            }
        }
    )*};
}

ids! {
    VocabularyId
    ValueId
    AxisId
    /// A value on its axis: the axis says which value of the vocabulary it is.
    OnAxis
    StatementId
    MoveId
    RemedyId
    SourceId
    PlaceId
    /// Something that a workstation can have.
    CapabilityId
    StepId
    ExclusionId
    PreconditionId
}

/// Says into which list a position leads.
macro_rules! leads {
    ($id:ident in $owner:ident . $list:ident: $entry:ty) => {
        impl std::ops::Index<$id> for $owner {
            type Output = $entry;

            fn index(&self, id: $id) -> &$entry {
                $crate::knowledge::ids::at(&self.$list, id.index())
            }
        }
    };
}
pub(crate) use leads;

/// One thing for each axis of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct PerAxis<T>(Vec<T>);

impl<T> PerAxis<T> {
    pub fn len(&self) -> usize {
        self.0.len()
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn iter(&self) -> std::slice::Iter<'_, T> {
        self.0.iter()
    }

    /// Each of them with its axis.
    pub fn each(&self) -> impl DoubleEndedIterator<Item = (AxisId, &T)> + Clone {
        AxisId::of(&self.0)
    }

    pub fn as_slice(&self) -> &[T] {
        &self.0
    }
}

impl<T> FromIterator<T> for PerAxis<T> {
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Self {
        Self(items.into_iter().collect())
    }
}

impl<'p, T> IntoIterator for &'p PerAxis<T> {
    type Item = &'p T;
    type IntoIter = std::slice::Iter<'p, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl<T> Index<AxisId> for PerAxis<T> {
    type Output = T;

    fn index(&self, axis: AxisId) -> &T {
        &self.0[axis.index()]
    }
}

impl<T> IndexMut<AxisId> for PerAxis<T> {
    fn index_mut(&mut self, axis: AxisId) -> &mut T {
        &mut self.0[axis.index()]
    }
}

/// The entry of a list that is known to have it: for lists that no typed position leads into, such as the cells of a table.
#[inline]
pub(crate) fn at<T>(list: &[T], index: usize) -> &T {
    &list[index]
}

/// The same, to change it.
#[inline]
pub(crate) fn at_mut<T>(list: &mut [T], index: usize) -> &mut T {
    &mut list[index]
}

/// A part of a list that is known to have it.
#[inline]
pub(crate) fn part<T>(list: &[T], from: u32, to: u32) -> &[T] {
    &list[from as usize..to as usize]
}

/// A position as it is stored.
pub(crate) fn word(index: usize) -> u32 {
    u32::try_from(index).expect("no list has so many entries")
}
