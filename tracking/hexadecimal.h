// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>
#include <algorithm>

namespace assay::tracking {

/// Whether @p text is digits of numbers to the base 16 only, in small letters, as ids and digests are written.
inline bool isHexadecimal(QStringView text)
{
    return std::ranges::all_of(text, [](QChar c) { return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f'); });
}

} // namespace assay::tracking
