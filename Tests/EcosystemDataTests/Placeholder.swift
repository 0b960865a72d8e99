// Placeholder while the skeleton stands alone.
