// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/metrics/bootstrap.h"

#include "engine/core/random.h"

#include <algorithm>
#include <array>
#include <bit>
#include <numeric>
#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>

namespace assay::engine {

namespace {

// xoshiro256++ (Blackman & Vigna 2019): drawing rows is most of a resample's cost, and this is three times as fast as
// the Mersenne twister behind Random, which seeds it.
class Draws
{
public:
    Draws(std::uint64_t seed, std::uint64_t stream)
    {
        Random random(seed, stream);
        for (std::uint64_t &word : m_state)
            word = random.bits();
        m_state[0] |= 1; // never all zero
    }

    std::uint64_t operator()()
    {
        const std::uint64_t result = std::rotl(m_state[0] + m_state[3], 23) + m_state[0];
        const std::uint64_t shifted = m_state[1] << 17;
        m_state[2] ^= m_state[0];
        m_state[3] ^= m_state[1];
        m_state[1] ^= m_state[2];
        m_state[0] ^= m_state[3];
        m_state[2] ^= shifted;
        m_state[3] = std::rotl(m_state[3], 45);
        return result;
    }

private:
    std::array<std::uint64_t, 4> m_state{};
};

// Half of a draw picks a row by multiplication; the bias, one part in 2³² ÷ size, is far under a resample's own noise.
void drawStratum(Draws &draws, std::span<std::uint16_t> counts)
{
    const std::uint64_t size = counts.size();
    for (std::uint64_t i = 0; i + 1 < size; i += 2) {
        const std::uint64_t bits = draws();
        ++counts[((bits & 0xffffffffU) * size) >> 32];
        ++counts[((bits >> 32) * size) >> 32];
    }
    if (size % 2 != 0)
        ++counts[((draws() >> 32) * size) >> 32];
}

void drawAll(Draws &draws, const DrawOrder &order, std::vector<std::uint16_t> &counts)
{
    std::ranges::fill(counts, std::uint16_t(0));
    std::size_t begin = 0;
    for (const std::size_t end : order.ends) {
        drawStratum(draws, std::span(counts).subspan(begin, end - begin));
        begin = end;
    }
}

} // namespace

DrawOrder drawByClass(std::span<const double> classes, std::size_t classCount)
{
    DrawOrder order;
    order.ends.assign(classCount, 0);
    for (const double code : classes)
        ++order.ends[static_cast<std::size_t>(code)];
    std::vector<std::size_t> next(classCount, 0);
    std::exclusive_scan(order.ends.begin(), order.ends.end(), next.begin(), std::size_t(0));
    std::inclusive_scan(order.ends.begin(), order.ends.end(), order.ends.begin());
    order.rows.resize(classes.size());
    for (std::size_t i = 0; i < classes.size(); ++i)
        order.rows[next[static_cast<std::size_t>(classes[i])]++] = static_cast<Row>(i);
    return order;
}

DrawOrder drawTogether(std::size_t rows)
{
    DrawOrder order;
    order.rows.resize(rows);
    std::iota(order.rows.begin(), order.rows.end(), Row(0));
    order.ends = {rows};
    return order;
}

std::vector<double> scoreOnce(const Rescorer &rescorer, std::size_t places)
{
    const std::vector<std::uint16_t> ones(places, 1);
    std::vector<double> scratch;
    std::vector<double> values(rescorer.names().size());
    rescorer.score(ones, scratch, values);
    return values;
}

Result<Matrix> bootstrap(const DrawOrder &order, std::span<const Rescorer *const> rescorers, int resamples,
                         const Context &context)
{
    std::size_t columns = 0;
    for (const Rescorer *rescorer : rescorers)
        columns += rescorer->names().size();
    Matrix values(resamples, static_cast<Eigen::Index>(columns));
    const auto work = [&](const tbb::blocked_range<int> &range) {
        std::vector<std::uint16_t> counts(order.size());
        std::vector<double> scratch;
        for (int r = range.begin(); r < range.end() && !context.cancelled(); ++r) {
            Draws draws(context.seed, static_cast<std::uint64_t>(r));
            drawAll(draws, order, counts);
            std::span<double> row(values.data() + static_cast<std::size_t>(r) * columns, columns);
            for (const Rescorer *rescorer : rescorers) {
                rescorer->score(counts, scratch, row.first(rescorer->names().size()));
                row = row.subspan(rescorer->names().size());
            }
        }
    };
    tbb::task_arena arena(context.threadCount());
    arena.execute([&] { tbb::parallel_for(tbb::blocked_range<int>(0, resamples, 8), work); });
    if (context.cancelled())
        return cancelled();
    return values;
}

int affordableResamples(std::size_t rows, int requested)
{
    constexpr std::size_t visits = 500'000'000;
    const std::size_t affordable = std::max<std::size_t>(100, visits / std::max<std::size_t>(1, rows));
    return std::min(requested, static_cast<int>(affordable));
}

} // namespace assay::engine
