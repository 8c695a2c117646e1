// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdlib>
#include <memory>
#include <new>
#include <utility>
#include <vector>

#ifdef __linux__
#include <sys/mman.h>
#endif

namespace assay::engine {

/// For large columns that are written once and soon dropped: elements start uninitialised, and from four megabytes on
/// memory comes in large pages where the system has them. A sort of ten million scores spends a sixth of its time on
/// small ones.
template<class T>
class ScratchAllocator
{
public:
    using value_type = T;

    ScratchAllocator() = default;
    template<class U>
    ScratchAllocator(const ScratchAllocator<U> &)
    {
    }

    T *allocate(std::size_t count)
    {
        const std::size_t bytes = count * sizeof(T);
        if (bytes < large)
            return static_cast<T *>(::operator new(bytes));
        const std::size_t whole = (bytes + page - 1) / page * page;
        void *const memory = std::aligned_alloc(page, whole);
        if (!memory)
            throw std::bad_alloc();
#ifdef __linux__
        madvise(memory, whole, MADV_HUGEPAGE); // a wish: refusal changes nothing but speed
#endif
        return static_cast<T *>(memory);
    }

    void deallocate(T *memory, std::size_t count)
    {
        if (count * sizeof(T) < large)
            ::operator delete(memory);
        else
            std::free(memory);
    }

    template<class U>
    void construct(U *at)
    {
        ::new (static_cast<void *>(at)) U;
    }
    template<class U, class... Arguments>
    void construct(U *at, Arguments &&...arguments)
    {
        ::new (static_cast<void *>(at)) U(std::forward<Arguments>(arguments)...);
    }

    template<class U>
    bool operator==(const ScratchAllocator<U> &) const
    {
        return true;
    }

private:
    static constexpr std::size_t large = std::size_t(4) << 20;
    static constexpr std::size_t page = std::size_t(2) << 20;
};

template<class T>
using ScratchVector = std::vector<T, ScratchAllocator<T>>;

} // namespace assay::engine
