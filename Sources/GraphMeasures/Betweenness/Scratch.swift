/// Memory for plain numbers, aligned for the widest vectors, that C may write; all 0 at first.
@safe struct Scratch<Element: BitwiseCopyable & AdditiveArithmetic>: ~Copyable {
  /// Valid as long as this is.
  @unsafe let base: UnsafeMutablePointer<Element>
  let count: Int

  init(count: Int) {
    let bytes = max(1, count) * MemoryLayout<Element>.stride
    let memory = UnsafeMutableRawPointer.allocate(byteCount: bytes, alignment: 64)
    unsafe base = memory.bindMemory(to: Element.self, capacity: count)
    unsafe base.initialize(repeating: .zero, count: count)
    self.count = count
  }

  /// Grows to at least `count` numbers, all of which then hold anything.
  mutating func makeRoom(for count: Int) {
    if self.count < count { self = Scratch(count: max(count, 2 * self.count)) }
  }

  deinit { unsafe base.deallocate() }

  /// Sets some numbers to 0.
  mutating func clear(_ places: Range<Int>) {
    precondition(places.lowerBound >= 0 && places.upperBound <= count)
    unsafe (base + places.lowerBound).update(repeating: .zero, count: places.count)
  }

  subscript(place: Int) -> Element {
    get {
      precondition(place >= 0 && place < count)
      return unsafe base[place]
    }
    set {
      precondition(place >= 0 && place < count)
      unsafe base[place] = newValue
    }
  }
}
