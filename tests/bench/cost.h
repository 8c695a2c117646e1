// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstdio>
#include <sys/resource.h>
#include <vector>

namespace bench {

/// User and system seconds of this process so far, over all threads.
inline double processorSeconds()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    const auto seconds = [](const timeval &time) {
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) * 1e-6;
    };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

/// Runs @p work, which returns a number that depends on all it did, @p times times and prints one line for run.sh:
/// name, median processor seconds, the number.
template<class Work>
void measure(const char *name, int times, Work work)
{
    std::vector<double> costs;
    double result = 0;
    for (int i = 0; i < times; ++i) {
        const double before = processorSeconds();
        result = work();
        costs.push_back(processorSeconds() - before);
    }
    std::ranges::sort(costs);
    std::printf("%s %.4f %.12g\n", name, costs[costs.size() / 2], result);
    std::fflush(stdout);
}

} // namespace bench
