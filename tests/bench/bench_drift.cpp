// SPDX-License-Identifier: GPL-3.0-or-later
#include "cost.h"
#include "engine/core/random.h"
#include "engine/drift/drift.h"

#include <string>

// Every drift measure of 10 columns, 1 million rows against 1 million.

using namespace assay;
using namespace assay::engine;

namespace {

Table sample(std::uint64_t seed, double shift)
{
    std::vector<Column> columns;
    for (int k = 0; k < 10; ++k) {
        Random random(seed, static_cast<std::uint64_t>(k));
        std::vector<double> values(1'000'000);
        for (double &value : values)
            value = random.normal() + shift * k;
        columns.push_back(Column::numbers("x" + std::to_string(k), Kind::Real, std::move(values)));
    }
    return Table(std::move(columns));
}

} // namespace

int main()
{
    const Table reference = sample(1, 0), current = sample(2, 0.002);
    bench::measure("drift_1m_1m_10", 3, [&] {
        const auto report = drift(reference, current);
        double sum = 0;
        for (const ColumnDrift &column : report->columns)
            sum += column.ks->statistic + *column.wassersteinNormed + *column.psi;
        return sum;
    });
    return 0;
}
