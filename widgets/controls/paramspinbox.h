// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/params.h"

#include <QAbstractSpinBox>

namespace assay::ui {

/// A number under a ParamSpec, whole or real. Anything may be typed; the spec says whether it is accepted. Arrows and
/// the wheel step it: by factors where the spec is logarithmic.
class ParamSpinBox : public QAbstractSpinBox
{
    Q_OBJECT
public:
    explicit ParamSpinBox(ParamSpec spec, QWidget *parent = nullptr);

    Result<ParamValue> value() const;
    void setValue(const ParamValue &value);
    void stepBy(int steps) override;

signals:
    void valueEdited();

protected:
    StepEnabled stepEnabled() const override;
    void wheelEvent(QWheelEvent *event) override;

private:
    double clamped(double value) const;

    ParamSpec m_spec;
};

} // namespace assay::ui
