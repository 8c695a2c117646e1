// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/models/tone.h"

#include <QWidget>

namespace assay::ui {

/// A difference with its interval, drawn against 0: whether the interval reaches over it is seen at once.
class IntervalView : public QWidget
{
    Q_OBJECT
public:
    explicit IntervalView(QWidget *parent = nullptr);

    void setInterval(double value, double low, double high, Tone tone);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    double m_value = 0, m_low = 0, m_high = 0;
    Tone m_tone = Tone::Normal;
};

} // namespace assay::ui
