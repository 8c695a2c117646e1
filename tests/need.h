// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/error.h"

#include <QtGlobal>
#include <utility>

namespace assay {

/// The value of @p result; ends the test program with the error where there is none.
template<class T>
T need(Result<T> result)
{
    if (!result)
        qFatal("%s", result.error().message.c_str());
    return std::move(*result);
}

} // namespace assay
