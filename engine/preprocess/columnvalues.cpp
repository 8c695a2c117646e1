// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/preprocess/columnvalues.h"

namespace assay::engine {

Result<void> checkNumeric(const Column &column, bool time)
{
    const bool fits = time ? column.storage() == Storage::Times : column.isNumeric();
    if (fits || column.missingCount() == column.rows())
        return {};
    return at(failure(ErrorKind::BadInput, "wrong_kind",
                      "The column `{}` holds {} values where the model was trained on {}.",
                      {column.name(), name(column.kind()), time ? "dates" : "numbers"}),
              {}, 0, column.name());
}

LevelView::LevelView(const Column &column)
    : m_groups(column.storage() == Storage::Codes ? nullptr : std::make_shared<const Column::Groups>(column.groups()))
    , m_codes(m_groups ? std::span<const std::int32_t>(m_groups->codes) : column.codes())
    , m_labels(m_groups ? &m_groups->labels : &column.levels())
{
}

} // namespace assay::engine
