// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <tbb/info.h>
#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>

namespace assay::engine {

/// How many of @p threads a pass over @p values numbers is worth: below some tens of microseconds handing parts to
/// other threads takes longer than the pass, far longer where other programs keep the cores busy.
inline int threadsWorth(int threads, std::ptrdiff_t values)
{
    constexpr std::ptrdiff_t fewest = 1 << 16;
    return values < fewest ? 1 : threads;
}

/// Calls @p work for 0 … @p count − 1 on at most @p threads threads, in any order. What a call does must not depend on
/// the others, so that the number of threads changes nothing.
template<class Work>
void parallelFor(int threads, std::size_t count, const Work &work)
{
    const int workers = std::min(threads, tbb::info::default_concurrency());
    if (workers <= 1 || count <= 1) {
        for (std::size_t i = 0; i < count; ++i)
            work(i);
        return;
    }
    tbb::task_arena arena(workers);
    arena.execute([&] { tbb::parallel_for(std::size_t(0), count, work); });
}

} // namespace assay::engine
