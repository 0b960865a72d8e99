import CVectorKernels

extension ContiguousArray {
  /// Creates an array of equal elements, backed by large pages where it is large and the system has them.
  @inlinable
  package init(onLargePages element: Element, count: Int) {
    unsafe self.init(unsafeUninitializedCapacity: count) { buffer, initialized in
      unsafe preferLargePages(UnsafeMutableRawBufferPointer(buffer))
      unsafe buffer.initialize(repeating: element)
      initialized = count
    }
  }
}

/// Asks for large pages behind memory that was just allocated.
@usableFromInline
package func preferLargePages(_ memory: UnsafeMutableRawBufferPointer) {
  unsafe prefer_large_pages(memory.baseAddress, memory.count)
}
