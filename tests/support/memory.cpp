#include "support/memory.h"

#include <malloc.h>

#include <atomic>
#include <cstdlib>
#include <new>

namespace {

std::atomic<std::size_t> calls = 0;
std::atomic<std::size_t> live = 0;
std::atomic<std::size_t> peak = 0;

}  // namespace

#ifndef __SANITIZE_ADDRESS__
namespace {

void* counted(void* block) {
  if (block == nullptr) throw std::bad_alloc();
  ++calls;
  const std::size_t now = live += malloc_usable_size(block);
  std::size_t highest = peak.load();
  while (now > highest && !peak.compare_exchange_weak(highest, now)) {
  }
  return block;
}

void discard(void* block) noexcept {
  if (block != nullptr) live -= malloc_usable_size(block);
  std::free(block);
}

void* aligned(std::size_t size, std::align_val_t alignment) {
  const auto to = static_cast<std::size_t>(alignment);
  return counted(std::aligned_alloc(to, (size + to - 1) / to * to));
}

}  // namespace

void* operator new(std::size_t size) {
  return counted(std::malloc(size));
}
void* operator new[](std::size_t size) {
  return counted(std::malloc(size));
}
void* operator new(std::size_t size, std::align_val_t alignment) {
  return aligned(size, alignment);
}
void* operator new[](std::size_t size, std::align_val_t alignment) {
  return aligned(size, alignment);
}
void operator delete(void* block) noexcept {
  discard(block);
}
void operator delete[](void* block) noexcept {
  discard(block);
}
void operator delete(void* block, std::size_t) noexcept {
  discard(block);
}
void operator delete[](void* block, std::size_t) noexcept {
  discard(block);
}
void operator delete(void* block, std::align_val_t) noexcept {
  discard(block);
}
void operator delete[](void* block, std::align_val_t) noexcept {
  discard(block);
}
void operator delete(void* block, std::size_t, std::align_val_t) noexcept {
  discard(block);
}
void operator delete[](void* block, std::size_t, std::align_val_t) noexcept {
  discard(block);
}

#endif

namespace drivkraft::test {

bool memory_is_counted() {
#ifdef __SANITIZE_ADDRESS__
  return false;
#else
  return true;
#endif
}

std::size_t allocations() {
  return calls;
}
std::size_t live_bytes() {
  return live;
}
std::size_t peak_bytes() {
  return peak;
}
void reset_peak() {
  peak = live.load();
}

}  // namespace drivkraft::test
