import CVectorKernels
import Synchronization

/// Numbers in memory that several threads write to, each at places of its own.
///
/// What makes it safe is the algorithm: while a phase runs, no place is written by one thread and read or
/// written by another. Indices are checked in debug builds only. Copies share the memory.
@safe struct SharedColumn<Element: BitwiseCopyable>: @unchecked Sendable {
  private let base: UnsafeMutablePointer<Element>
  private let storage: Storage
  let count: Int

  /// Places that hold nothing of meaning until they are written; pages never written take no memory.
  init(uninitialized count: Int) {
    unsafe base = UnsafeMutablePointer<Element>.allocate(capacity: max(1, count))
    storage = unsafe Storage(base: base)
    self.count = count
  }

  /// Places that all hold one value.
  init(repeating value: Element, count: Int) {
    self.init(uninitialized: count)
    unsafe base.initialize(repeating: value, count: count)
  }

  subscript(index: Int) -> Element {
    @inline(__always) get {
      assert(index >= 0 && index < count)
      return unsafe base[index]
    }
    @inline(__always) nonmutating set {
      assert(index >= 0 && index < count)
      unsafe base[index] = newValue
    }
  }

  subscript(index: UInt32) -> Element {
    @inline(__always) get { self[Int(index)] }
    @inline(__always) nonmutating set { self[Int(index)] = newValue }
  }

  /// Asks for the memory at a place that will be read soon; a place out of bounds does no harm.
  @inline(__always) func prefetch(_ index: Int) {
    unsafe prefetch_line(base + index)
  }

  /// Moves a run of values to an earlier place.
  func shift(_ range: Range<Int>, to start: Int) {
    assert(start <= range.lowerBound && range.upperBound <= count)
    if start == range.lowerBound || range.isEmpty { return }
    unsafe (base + start).update(from: base + range.lowerBound, count: range.count)
  }

  @safe private final class Storage {
    private let base: UnsafeMutablePointer<Element>
    init(base: UnsafeMutablePointer<Element>) { unsafe self.base = base }
    deinit { unsafe base.deallocate() }
  }
}

/// One mark per vertex that any thread may set while others do the same.
@safe struct SharedMarks: @unchecked Sendable {
  private let base: UnsafeMutablePointer<Atomic<UInt8>>
  private let storage: Storage

  /// Marks that are all set.
  init(settingAll count: Int) {
    unsafe base = UnsafeMutablePointer<Atomic<UInt8>>.allocate(capacity: max(1, count))
    for index in 0..<count { unsafe (base + index).initialize(to: Atomic(1)) }
    storage = unsafe Storage(base: base)
  }

  @inline(__always) func isSet(_ index: UInt32) -> Bool {
    unsafe base[Int(index)].load(ordering: .relaxed) != 0
  }

  @inline(__always) func set(_ index: UInt32) {
    unsafe base[Int(index)].store(1, ordering: .relaxed)
  }

  @inline(__always) func clear(_ index: UInt32) {
    unsafe base[Int(index)].store(0, ordering: .relaxed)
  }

  @safe private final class Storage {
    private let base: UnsafeMutablePointer<Atomic<UInt8>>
    init(base: UnsafeMutablePointer<Atomic<UInt8>>) { unsafe self.base = base }
    deinit { unsafe base.deallocate() }
  }
}
