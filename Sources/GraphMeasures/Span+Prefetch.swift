import CVectorKernels

extension Span {
  /// Asks for the memory of an element that will be read soon; a place out of bounds does no harm.
  @inline(__always) func prefetch(_ index: Int) {
    unsafe withUnsafeBufferPointer { elements in
      guard let base = elements.baseAddress else { return }
      unsafe prefetch_line(base + index)
    }
  }
}
